package dev.plumbline.lifecycle.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelChangeTest {

  private static final Person ADA = new Person("m-1", "Ada");
  private static final Person BEN = new Person("m-2", "Ben");
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final ModelId TUNED = model("ft:gpt-4o-2024-08-06:acme::AbC123");
  private static final ModelId NEXT = model("gpt-4.1-2025-04-14");
  private static final EvidenceLink PROOF =
      new EvidenceLink("evaluation", Optional.empty(), Optional.empty(), Optional.of("as good"));

  private static ModelId model(String name) {
    return (ModelId) ModelNames.bundled().parse(name);
  }

  private static ClockEnd end() {
    return DeprecationCalendar.bundled().lifespanOf(TUNED, CustomerClass.ACTIVE).inferenceEnd();
  }

  private static RollbackCheck rollback(String switchDate, Optional<Instant> verified) {
    return RollbackCheck.of(
        new RollbackCheck.Target(TUNED, verified, end()),
        NOW,
        LocalDate.parse(switchDate),
        RollbackCheck.USUAL_DAYS);
  }

  private static ModelChange change() {
    return ModelChange.requested(
            new ChangeRequest(
                "support", TUNED, Optional.of(NEXT), "it ends", LocalDate.of(2026, 12, 1), 30),
            ADA,
            NOW)
        .with(PROOF);
  }

  private static final RollbackCheck GOOD =
      rollback("2026-12-01", Optional.of(Instant.parse("2026-11-20T08:00:00Z")));

  @Test
  void oneCanGoBackToAModelThatAnsweredLatelyAndLivesLongEnough() {
    // 2026-12-15 and 30 days is 2027-01-14, the very day on which the model ends
    var check = rollback("2026-12-15", Optional.of(Instant.parse("2026-11-14T08:00:00Z")));

    assertThat(check).isInstanceOf(RollbackCheck.Servable.class);
    assertThat(check.findObjection()).isEmpty();
    assertThat(check.sentence()).contains("until 2027-01-13");
  }

  @Test
  void goingBackToAModelThatEndsSoonIsRefusedWithTheDate() {
    // one day later than above
    var check = rollback("2026-12-16", Optional.of(NOW));

    assertThat(check)
        .isEqualTo(
            new RollbackCheck.EndsTooSoon(
                TUNED, LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 15)));
    assertThat(check.sentence()).contains("ends on 2027-01-14", "until 2027-01-15");
    assertThat(check.findObjection()).contains(Objection.ROLLBACK_ENDS_SOON);
  }

  @Test
  void aProofOlderThanAWeekOrOfTheFutureProvesNothing() {
    var old = rollback("2026-12-01", Optional.of(Instant.parse("2026-11-14T07:59:59Z")));
    var future = rollback("2026-12-01", Optional.of(Instant.parse("2026-11-21T08:00:01Z")));

    assertThat(old.findObjection()).contains(Objection.ROLLBACK_UNVERIFIED);
    assertThat(old.sentence()).contains("2026-11-14", "too long ago");
    assertThat(future.sentence()).contains("never seen to answer");
    assertThat(rollback("2026-12-01", Optional.empty()).sentence()).contains("never seen");
  }

  @Test
  void aTargetWithoutAKnownEndIsUnproven() {
    var target = new RollbackCheck.Target(TUNED, Optional.of(NOW), ClockEnd.unknown("no source"));

    var check = RollbackCheck.of(target, NOW, LocalDate.of(2026, 12, 1), 30);

    assertThat(check.findObjection()).contains(Objection.ROLLBACK_ENDS_SOON);
    assertThat(check.sentence()).contains("no source");
    assertThat(new RollbackCheck.NoTarget("first model").findObjection())
        .contains(Objection.NO_ROLLBACK);
    assertThat(new RollbackCheck.NoTarget("first model").sentence()).isEqualTo("first model");
  }

  @Test
  void anotherPersonApproves() {
    ModelChange decided = decided(change().approve(BEN, NOW, "go", GOOD));

    assertThat(decided.decision()).isEqualTo(new Decision.Approved(BEN, NOW, "go", List.of()));
  }

  @Test
  void theAuthorCannotApproveEvenUnderAnotherName() {
    var renamed = new Person(ADA.id(), "Ada Lovelace");

    assertThat(reasons(change().approve(renamed, NOW, "go", GOOD)))
        .singleElement()
        .asString()
        .contains("somebody else");
    assertThat(reasons(change().refuse(ADA, NOW, "no"))).hasSize(1);
  }

  @Test
  void aRefusalNamesAllItsReasons() {
    ModelChange bare = ModelChange.requested(change().request(), ADA, NOW);

    List<String> reasons =
        reasons(bare.approve(ADA, NOW, "go", rollback("2026-12-16", Optional.of(NOW))));

    assertThat(reasons).hasSize(3);
    assertThat(reasons.get(1)).contains("2027-01-14");
    assertThat(reasons.get(2)).contains("no evidence");
  }

  @Test
  void aWaiverLetsItPassUntilItExpires() {
    var late = rollback("2026-12-16", Optional.of(NOW));
    var waiver =
        new ChangeWaiver(
            Objection.ROLLBACK_ENDS_SOON, BEN, "no way back exists", LocalDate.of(2026, 11, 22));

    var approved =
        (Decision.Approved) decided(change().with(waiver).approve(BEN, NOW, "go", late)).decision();
    var tomorrow = change().with(waiver).approve(BEN, NOW.plusSeconds(86_400), "go", late);

    assertThat(approved.objections()).singleElement().asString().contains("2027-01-14");
    assertThat(reasons(tomorrow)).hasSize(1);
  }

  @Test
  void whatIsDecidedStaysDecidedButItsAuthorCanTakeItBack() {
    ModelChange approved = decided(change().approve(BEN, NOW, "go", GOOD));
    ModelChange refused = decided(change().refuse(BEN, NOW, "too early"));
    ModelChange withdrawn = decided(approved.withdraw(ADA, NOW, "changed my mind"));

    assertThat(reasons(approved.approve(BEN, NOW, "again", GOOD)))
        .contains("it is decided already");
    assertThat(reasons(approved.refuse(BEN, NOW, "no"))).contains("it is decided already");
    assertThat(reasons(approved.withdraw(BEN, NOW, "no"))).hasSize(1);
    assertThat(reasons(refused.withdraw(ADA, NOW, "no"))).contains("it is over already");
    assertThat(withdrawn.decision().isPending()).isFalse();
  }

  @Test
  void aChangeNeedsAPlaceAReasonAndAnotherModel() {
    LocalDate day = LocalDate.of(2026, 12, 1);

    assertThatThrownBy(() -> new ChangeRequest(" ", TUNED, Optional.of(NEXT), "why", day, 30))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ChangeRequest("here", TUNED, Optional.of(TUNED), "why", day, 30))
        .hasMessageContaining("no change");
    assertThatThrownBy(() -> new ChangeRequest("here", TUNED, Optional.empty(), "why", day, -1))
        .hasMessageContaining("-1");
  }

  @Test
  void evidenceIsNamedAndItsLinkCannotBeAScript() {
    assertThatThrownBy(() -> evidence(Optional.of("javascript:alert(1)"), Optional.empty()))
        .hasMessageContaining("not an http");
    assertThatThrownBy(() -> evidence(Optional.empty(), Optional.of("abc")))
        .hasMessageContaining("64");
    assertThat(evidence(Optional.of("https://example.org/a"), Optional.of("0".repeat(64))).name())
        .isEqualTo("report");
  }

  private static EvidenceLink evidence(Optional<String> link, Optional<String> hash) {
    return new EvidenceLink("report", link, hash, Optional.empty());
  }

  private static ModelChange decided(Approval approval) {
    return approval.match(
        new Approval.Cases<>() {
          @Override
          public ModelChange decided(ModelChange change) {
            return change;
          }

          @Override
          public ModelChange blocked(List<String> reasons) {
            throw new AssertionError(reasons);
          }
        });
  }

  private static List<String> reasons(Approval approval) {
    return approval.match(
        new Approval.Cases<>() {
          @Override
          public List<String> decided(ModelChange change) {
            throw new AssertionError(change);
          }

          @Override
          public List<String> blocked(List<String> reasons) {
            return reasons;
          }
        });
  }
}
