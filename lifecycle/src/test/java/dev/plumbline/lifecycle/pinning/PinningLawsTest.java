package dev.plumbline.lifecycle.pinning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for all policies, requests and waivers. */
class PinningLawsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  @Property(tries = 300)
  void aStricterPolicyRefusesWhateverTheOtherRefuses(
      @ForAll @IntRange(min = 1, max = 400) int fewer,
      @ForAll @IntRange(min = 0, max = 400) int more,
      @ForAll @IntRange(min = -50, max = 500) int left) {
    List<Objection> mild = lives(fewer).objections(request(left, false));
    List<Objection> strict = lives(fewer + more).objections(request(left, false));

    assertThat(strict.size()).isGreaterThanOrEqualTo(mild.size());
    assertThat(mild.isEmpty()).isEqualTo(left >= fewer);
  }

  @Property(tries = 300)
  void whatIsWaivedAndWhatStandsAreAllObjections(
      @ForAll Set<RuleName> waived, @ForAll boolean alias, @ForAll @IntRange(max = 60) int left) {
    PinningPolicy policy =
        new PinningPolicy(
            true,
            Optional.of(30),
            Optional.of(new RollbackDemand(7, 30)),
            true,
            Optional.of(30),
            Optional.of(Set.of()));
    PinRequest request = request(left, alias);
    List<Waiver> waivers = waived.stream().map(PinningLawsTest::waiver).toList();
    PinVerdict verdict = policy.verdict(request, waivers);

    assertThat(verdict.standing().size() + verdict.waived().size())
        .isEqualTo(policy.objections(request).size());
    assertThat(verdict.standing()).noneMatch(each -> waived.contains(each.rule()));
    boolean allowed = verdict.match(yes -> true, no -> false);
    assertThat(allowed).isEqualTo(verdict.standing().isEmpty());
    assertThat(
            policy
                .verdict(
                    request, Arrays.stream(RuleName.values()).map(PinningLawsTest::waiver).toList())
                .standing())
        .isEmpty();
  }

  private static PinningPolicy lives(int days) {
    return new PinningPolicy(
        false, Optional.of(days), Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  private static PinRequest request(int daysLeft, boolean alias) {
    PinTarget target =
        new PinTarget(
            new ModelKey(Provider.OPENAI, "m"),
            alias,
            Optional.empty(),
            true,
            Optional.of("b"),
            Optional.of(TODAY.plusDays(daysLeft)),
            Optional.empty());
    return new PinRequest(
        new UUID(1, 1),
        Environment.PRODUCTION,
        NOW,
        target,
        new RollbackTarget.None(),
        Optional.empty());
  }

  private static Waiver waiver(RuleName rule) {
    return new Waiver(
        UUID.nameUUIDFromBytes(rule.label().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        rule,
        Environment.PRODUCTION,
        Optional.empty(),
        Optional.empty(),
        "Ada",
        "planned",
        NOW,
        NOW.plusSeconds(1));
  }
}
