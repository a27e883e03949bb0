package dev.plumbline.lifecycle.pinning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PinningPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final UUID CHAT = new UUID(1, 1);
  private static final ModelKey BASE = key("gpt-4o-2024-08-06");
  private static final ModelKey ALIAS = key("gpt-4o");
  private static final ModelKey TUNED = key("ft:gpt-4o-2024-08-06:acme::a1");
  private static final RollbackDemand DEMAND = new RollbackDemand(7, 30);
  private static final PinningPolicy STRICT =
      new PinningPolicy(
          true,
          Optional.of(90),
          Optional.of(DEMAND),
          true,
          Optional.of(180),
          Optional.of(Set.of(key("gpt-4.1-2025-04-14"))));

  @Test
  void everyReasonIsNamedAtOnce() {
    PinTarget target =
        new PinTarget(
            ALIAS,
            true,
            Optional.of(new AliasTarget(BASE.model(), false, "repoint", "x")),
            true,
            Optional.of(BASE.model()),
            Optional.of(LocalDate.parse("2027-01-14")),
            Optional.of(LocalDate.parse("2025-11-20")));

    assertThat(STRICT.objections(request(target, new RollbackTarget.None())))
        .extracting(Objection::reason)
        .containsExactly(
            "gpt-4o is an alias that the provider can move; it means gpt-4o-2024-08-06 today",
            "gpt-4o ends on 2027-01-14, in 55 days, 90 are needed",
            "there is no model to go back to: name a rollback target",
            "gpt-4o has no evaluation baseline: record one as evidence",
            "gpt-4o was trained 365 days ago, 180 are allowed",
            "gpt-4o is not approved for production");
  }

  @Test
  void everyRuleHasItsName() {
    assertThat(STRICT.rules()).extracting(PinningRule::name).containsExactly(RuleName.values());
    assertThat(RuleName.findByLabel("base_lives")).contains(RuleName.BASE_LIVES);
    assertThat(RuleName.labels()).contains("no_moving_alias, base_lives");
  }

  @Test
  void aSnapshotMeetsAnEmptyPolicyAndAnAliasMeetsDevelopment() {
    assertThat(PinningPolicy.OPEN.verdict(request(snapshot(), verified(1, 60)), List.of()))
        .isEqualTo(new PinVerdict.Allowed(List.of()));
    assertThat(PinningPolicy.initial(Environment.DEVELOPMENT)).isEqualTo(PinningPolicy.OPEN);
    assertThat(PinningPolicy.initial(Environment.PRODUCTION).noMovingAlias()).isTrue();
  }

  @Test
  void aBaseMustLiveForTheDaysThatAreDemanded() {
    var policy = only(Optional.of(55), Optional.empty());

    assertThat(policy.objections(request(ending("2027-01-14"), none()))).isEmpty();
    assertThat(policy.objections(request(ending("2027-01-13"), none())))
        .extracting(Objection::reason)
        .containsExactly("gpt-4o-2024-08-06 ends on 2027-01-13, in 54 days, 55 are needed");
    assertThat(policy.objections(request(ending("2026-11-20"), none())))
        .extracting(Objection::reason)
        .containsExactly("gpt-4o-2024-08-06 ended on 2026-11-20, 55 are needed");
  }

  @Test
  void nobodyHasAnnouncedAnEndIsNoObjectionAnUnknownBaseIs() {
    var policy = only(Optional.of(55), Optional.empty());
    PinTarget unknown =
        new PinTarget(
            TUNED,
            false,
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(policy.objections(request(snapshot(), none()))).isEmpty();
    assertThat(policy.objections(request(unknown, none())))
        .extracting(Objection::rule)
        .containsExactly(RuleName.BASE_LIVES);
  }

  @Test
  void aRollbackTargetIsSeenToAnswerAndLives() {
    var policy =
        new PinningPolicy(
            false,
            Optional.empty(),
            Optional.of(DEMAND),
            false,
            Optional.empty(),
            Optional.empty());

    assertThat(policy.objections(request(snapshot(), verified(6, 30)))).isEmpty();
    assertThat(reasons(policy, verified(7, 30)))
        .containsExactly(
            "the rollback target gpt-4o-2024-05-13 was last seen to answer on 2026-11-13,"
                + " more than 7 days ago");
    assertThat(reasons(policy, verified(1, 29)))
        .containsExactly(
            "the rollback target gpt-4o-2024-05-13 ends on 2026-12-19, less than 30 days from now");
    assertThat(reasons(policy, new RollbackTarget.Unverified(BASE)))
        .containsExactly(
            "nobody has seen the rollback target gpt-4o-2024-08-06 answer: record a call as"
                + " evidence");
    assertThat(reasons(policy, none())).hasSize(1);
  }

  @Test
  void aBaselineOfTheFutureIsNone() {
    var policy =
        new PinningPolicy(
            false, Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());

    assertThat(policy.objections(evaluated(Optional.of(NOW)))).isEmpty();
    assertThat(policy.objections(evaluated(Optional.of(NOW.plusSeconds(1))))).hasSize(1);
    assertThat(policy.objections(evaluated(Optional.empty()))).hasSize(1);
  }

  @Test
  void onlyAFineTuneHasAnAge() {
    var policy = only(Optional.empty(), Optional.of(30));

    assertThat(policy.objections(request(snapshot(), none()))).isEmpty();
    assertThat(policy.objections(request(trained(Optional.of(TODAY.minusDays(30))), none())))
        .isEmpty();
    assertThat(policy.objections(request(trained(Optional.of(TODAY.minusDays(31))), none())))
        .extracting(Objection::reason)
        .containsExactly("ft:gpt-4o-2024-08-06:acme::a1 was trained 31 days ago, 30 are allowed");
    assertThat(policy.objections(request(trained(Optional.empty()), none())))
        .extracting(Objection::reason)
        .containsExactly(
            "nobody knows when ft:gpt-4o-2024-08-06:acme::a1 was trained: register it with the end"
                + " of its job");
  }

  @Test
  void aFineTuneIsApprovedWithItsBase() {
    var policy =
        new PinningPolicy(
            false,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.of(Set.of(BASE)));

    assertThat(policy.objections(request(snapshot(), none()))).isEmpty();
    assertThat(policy.objections(request(trained(Optional.empty()), none()))).isEmpty();
    PinTarget other =
        new PinTarget(
            key("gpt-4.1"),
            true,
            Optional.empty(),
            false,
            Optional.of(BASE.model()),
            Optional.empty(),
            Optional.empty());
    assertThat(policy.objections(request(other, none()))).hasSize(1);
  }

  @Test
  void aWaiverLiftsItsRuleUntilItExpires() {
    PinRequest request = request(ending("2026-12-01"), none());
    var policy = only(Optional.of(90), Optional.empty());
    Waiver waiver = waiver(RuleName.BASE_LIVES, NOW.plusSeconds(1));

    assertThat(policy.verdict(request, List.of(waiver)).waived()).hasSize(1);
    assertThat(policy.verdict(request, List.of(waiver)).standing()).isEmpty();
    assertThat(policy.verdict(request, List.of(waiver(RuleName.BASE_LIVES, NOW))).standing())
        .hasSize(1);
    assertThat(
            policy
                .verdict(request, List.of(waiver(RuleName.FINE_TUNE_AGE, NOW.plusSeconds(1))))
                .standing())
        .hasSize(1);
  }

  @Test
  void aWaiverIsForItsModelItsApplicationAndItsEnvironment() {
    PinRequest request = request(ending("2026-12-01"), none());
    Waiver narrow =
        new Waiver(
            new UUID(0, 1),
            RuleName.BASE_LIVES,
            Environment.PRODUCTION,
            Optional.of(TUNED),
            Optional.of(CHAT),
            "Ada",
            "leaving in March",
            NOW,
            NOW.plusSeconds(60));

    assertThat(narrow.covers(RuleName.BASE_LIVES, request)).isFalse();
    assertThat(narrow.covers(RuleName.BASE_LIVES, request(trained(Optional.empty()), none())))
        .isTrue();
  }

  @Test
  void aWaiverHasAnOwnerAReasonAndAnEnd() {
    assertThatThrownBy(() -> waiver(RuleName.BASE_LIVES, NOW.minusSeconds(3600)))
        .hasMessage("a waiver expires after it is granted");
    assertThatThrownBy(
            () ->
                new Waiver(
                    CHAT,
                    RuleName.BASE_LIVES,
                    Environment.STAGING,
                    Optional.empty(),
                    Optional.empty(),
                    " ",
                    "r",
                    NOW,
                    NOW.plusSeconds(1)))
        .hasMessage("a waiver has an owner and a reason");
  }

  @Test
  void aDemandOfNoDaysIsRefused() {
    assertThatThrownBy(() -> only(Optional.of(0), Optional.empty()))
        .hasMessage("base_lives_days is 1 to 3650 days, not 0");
    assertThatThrownBy(() -> new RollbackDemand(7, 4000)).hasMessageContaining("3650");
    assertThatThrownBy(() -> new PinVerdict.Refused(List.of(), List.of()))
        .hasMessage("a refusal has a reason");
  }

  private static List<String> reasons(PinningPolicy policy, RollbackTarget rollback) {
    return policy.objections(request(snapshot(), rollback)).stream()
        .map(Objection::reason)
        .toList();
  }

  private static PinningPolicy only(Optional<Integer> lives, Optional<Integer> age) {
    return new PinningPolicy(false, lives, Optional.empty(), false, age, Optional.empty());
  }

  private static Waiver waiver(RuleName rule, Instant expires) {
    return new Waiver(
        new UUID(0, 1),
        rule,
        Environment.PRODUCTION,
        Optional.empty(),
        Optional.empty(),
        "Ada",
        "leaving in March",
        NOW.minusSeconds(60),
        expires);
  }

  private static PinRequest request(PinTarget target, RollbackTarget rollback) {
    return new PinRequest(CHAT, Environment.PRODUCTION, NOW, target, rollback, Optional.empty());
  }

  private static PinRequest evaluated(Optional<Instant> at) {
    return new PinRequest(CHAT, Environment.PRODUCTION, NOW, snapshot(), none(), at);
  }

  private static RollbackTarget none() {
    return new RollbackTarget.None();
  }

  private static RollbackTarget verified(int daysAgo, int daysLeft) {
    return new RollbackTarget.Verified(
        key("gpt-4o-2024-05-13"),
        NOW.minusSeconds(daysAgo * 86_400L),
        Optional.of(TODAY.plusDays(daysLeft)));
  }

  private static PinTarget snapshot() {
    return target(BASE, false, Optional.empty(), Optional.empty());
  }

  private static PinTarget ending(String day) {
    return target(BASE, false, Optional.of(LocalDate.parse(day)), Optional.empty());
  }

  private static PinTarget trained(Optional<LocalDate> day) {
    return target(TUNED, true, Optional.empty(), day);
  }

  private static PinTarget target(
      ModelKey key, boolean tuned, Optional<LocalDate> end, Optional<LocalDate> trained) {
    return new PinTarget(
        key, false, Optional.empty(), tuned, Optional.of(BASE.model()), end, trained);
  }

  private static ModelKey key(String model) {
    return new ModelKey(Provider.OPENAI, model);
  }
}
