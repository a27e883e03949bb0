package dev.plumbline.lifecycle.exit;

import static dev.plumbline.core.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.Person;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import dev.plumbline.lifecycle.deprecation.eligibility.TuningEvidence;
import dev.plumbline.lifecycle.exit.successor.Candidate;
import dev.plumbline.lifecycle.exit.successor.CandidateMoney;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder;
import dev.plumbline.lifecycle.exit.successor.CheckKind;
import dev.plumbline.lifecycle.exit.successor.Route;
import dev.plumbline.lifecycle.exit.successor.Successor;
import dev.plumbline.lifecycle.exit.successor.SuccessorCheck;
import dev.plumbline.lifecycle.exit.successor.Verdict;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import dev.plumbline.lifecycle.exit.value.Outlook;
import dev.plumbline.lifecycle.exit.value.TrainingValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitPlanTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate END = LocalDate.of(2027, 1, 14);
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Person ADA = new Person("m-1", "Ada");
  private static final Person BEN = new Person("m-2", "Ben");
  private static final String HASH = "ab".repeat(32);

  private static final ExitPlan PLAN = plan("ft:gpt-4o-2024-08-06:acme::AbC123", "100", false);

  @Test
  void theLatestStartLeavesTheWholePlanBeforeTheEnd() {
    var schedule = new Schedule(LocalDate.of(2026, 12, 15), 30, 10);

    // 17 days of December and 13 of January: the last one is the last safe day
    assertThat(schedule.lastDay()).isEqualTo("2027-01-13");
    assertThat(schedule.switchDate()).isEqualTo("2027-01-14");
    assertThat(schedule.tunedBy()).isEqualTo("2026-12-24");
    var latest = (LatestStart.On) LatestStart.of(schedule, Optional.of(END), Optional.empty());
    assertThat(latest.day()).isEqualTo("2026-12-15");
    assertThat(latest.daysLeft(TODAY)).isEqualTo(24); // 9 of November, 15 of December
    assertThat(latest.reason()).contains("2027-01-14", "30 days");
  }

  @Test
  void anEarlierEndOfTheSuccessorsTrainingDecides() {
    var schedule = new Schedule(TODAY, 30, 10);
    var gate = Optional.of(LocalDate.of(2026, 12, 20));

    var latest = (LatestStart.On) LatestStart.of(schedule, Optional.of(END), gate);

    assertThat(latest.day()).isEqualTo("2026-12-10"); // ten days, the last one is the 19th
    assertThat(latest.reason()).contains("tuned before 2026-12-20");
    assertThat(LatestStart.of(schedule, Optional.of(END), Optional.of(END)))
        .isEqualTo(LatestStart.of(schedule, Optional.of(END), Optional.empty()));
    assertThat(LatestStart.of(schedule, Optional.empty(), gate)).isEqualTo(latest);
  }

  @Test
  void withoutAnyEndNobodyKnowsTheLatestStart() {
    var latest = LatestStart.of(new Schedule(TODAY, 30, 10), Optional.empty(), Optional.empty());

    assertThat(latest.match(on -> "on " + on.day(), LatestStart.Unknown::reason))
        .contains("nobody knows");
  }

  @Test
  void aScheduleHasDaysForItsTuning() {
    assertThatThrownBy(() -> new Schedule(TODAY, 0, 1)).hasMessageContaining("0");
    assertThatThrownBy(() -> new Schedule(TODAY, 5, 6)).hasMessageContaining("6 of 5");
    var oneDay = new Schedule(TODAY, 1, 1);
    assertThat(oneDay.lastDay()).isEqualTo(TODAY);
    assertThat(StandardSteps.of(oneDay, Optional.empty()))
        .filteredOn(step -> step.phase() == ExitStep.Phase.BEFORE_SWITCH)
        .allSatisfy(step -> assertThat(step.due()).isEqualTo(TODAY));
  }

  @Test
  void standardStepsAreDueWithinThePlan() {
    var schedule = new Schedule(TODAY, 30, 10);

    List<ExitStep> steps = StandardSteps.of(schedule, Optional.of("Ada"));

    assertThat(steps).extracting(ExitStep::key).startsWith("inform-consumers", "record-golden-set");
    // a tenth of 30 days is 3: the third day
    assertThat(steps.get(0).due()).isEqualTo("2026-11-23");
    assertThat(steps.get(4).due()).isEqualTo(schedule.lastDay());
    assertThat(steps.get(7).due()).isEqualTo("2027-01-20"); // 30 days after the switch
    assertThat(steps.get(0).isOverdue(LocalDate.of(2026, 11, 23))).isFalse();
    assertThat(steps.get(0).isOverdue(LocalDate.of(2026, 11, 24))).isTrue();
    assertThat(StandardSteps.tuning(schedule, Optional.empty()).due()).isEqualTo("2026-11-30");
  }

  @Test
  void aStepIsDoneByOneAndSignedOffByAnother() {
    var done = new StepState.Open().done(ADA, NOW, "ticket 4711");

    assertThatThrownBy(() -> done.signedOff(ADA, NOW)).hasMessageContaining("somebody else");
    assertThat(done.signedOff(BEN, NOW).done()).isEqualTo(done);
    assertThat(done.reopened().isOpen()).isTrue();
    assertThatThrownBy(() -> new StepState.Open().skipped(ADA, NOW, " "))
        .hasMessageContaining("reason");
    assertThat(new StepState.Open().skipped(ADA, NOW, "no hosting").reopened().isOpen()).isTrue();
  }

  @Test
  void aPlanKnowsBothClocks() {
    assertThat(PLAN.clocks().inferenceLeft().orElseThrow().count()).isEqualTo(54);
    assertThat(PLAN.clocks().trainingLeft().orElseThrow().count()).isEqualTo(46); // 2027-01-06
    assertThat(PLAN.status()).isEqualTo(ExitStatus.DRAFT);
    assertThat(PLAN.blockedBy()).containsExactly("no golden outputs are recorded");
  }

  @Test
  void aPlanIsWorkedThroughFromDraftToClosed() {
    ExitProgress progress = ExitProgress.draft(List.of(step("one", true), step("two", false)));
    assertThat(progress.status(TODAY)).isEqualTo(ExitStatus.DRAFT);

    progress = made(progress.record(new GoldenSet.Recorded(120, 120, HASH, TODAY), TODAY));
    assertThat(progress.status(TODAY)).isEqualTo(ExitStatus.GOLDEN_RECORDED);

    progress = made(progress.choose(new Choice("a", ADA, NOW, "cheapest"), TODAY));
    assertThat(progress.status(TODAY)).isEqualTo(ExitStatus.CANDIDATE_CHOSEN);
    assertThat(progress.blockedBy(TODAY)).singleElement().asString().contains("else than Ada");

    progress = made(progress.decide(new Decision.Approved(BEN, NOW, "", List.of())));
    assertThat(progress.status(TODAY)).isEqualTo(ExitStatus.APPROVED);
    assertThat(progress.blockedBy(TODAY)).contains("the step \"one\" is open");

    assertThat(blocked(progress.switchOver(new SwitchRecord(TODAY.plusDays(1), ADA, ""), TODAY)))
        .containsExactly("2026-11-22 is still to come", "the step \"one\" is open");
    progress = withSteps(progress, List.of(done("one", true), step("two", false)));
    progress = made(progress.switchOver(new SwitchRecord(TODAY, ADA, "all"), TODAY));
    assertThat(progress.status(TODAY)).isEqualTo(ExitStatus.SWITCHED);

    assertThat(blocked(progress.close(closure(Optional.empty())))).hasSize(2);
    progress = withSteps(progress, List.of(done("one", true), done("two", false)));
    progress = made(progress.close(closure(Optional.of(END))));
    assertThat(progress.status(TODAY)).isEqualTo(ExitStatus.CLOSED);
    assertThat(progress.blockedBy(TODAY)).isEmpty();
  }

  @Test
  void aPartialGoldenSetIsNotEnoughUnlessSomebodyAnswersForIt() {
    ExitProgress draft = ExitProgress.draft(List.of());
    var partial = made(draft.record(new GoldenSet.Recorded(40, 120, HASH, TODAY), TODAY));
    var waived =
        made(draft.record(new GoldenSet.Waived(BEN, "model is gone", TODAY.plusDays(1)), TODAY));

    assertThat(partial.blockedBy(TODAY))
        .containsExactly("only 40 of 120 golden outputs are recorded");
    assertThat(blocked(partial.choose(new Choice("a", ADA, NOW, "x"), TODAY))).hasSize(1);
    assertThat(waived.status(TODAY)).isEqualTo(ExitStatus.GOLDEN_RECORDED);
    assertThat(waived.status(TODAY.plusDays(1))).isEqualTo(ExitStatus.DRAFT);
    assertThat(waived.blockedBy(TODAY.plusDays(1)).get(0)).contains("2026-11-22");
  }

  @Test
  void aRefusedChangeIsNamedAndAnotherCandidateCanBeChosen() {
    var chosen = chosen();
    var refused = made(chosen.decide(new Decision.Refused(BEN, NOW, "too dear")));
    var withdrawn = made(chosen.decide(new Decision.Withdrawn(ADA, NOW, "wrong one")));

    assertThat(refused.status(TODAY)).isEqualTo(ExitStatus.CANDIDATE_CHOSEN);
    assertThat(refused.blockedBy(TODAY))
        .containsExactly("Ben refused the change: too dear; choose again");
    assertThat(withdrawn.blockedBy(TODAY).get(0)).contains("Ada withdrew", "wrong one");
    assertThat(
            made(refused.choose(new Choice("b", ADA, NOW, "next"), TODAY)).decision().isPending())
        .isTrue();
  }

  @Test
  void whatIsNotInItsTurnIsRefusedWithEveryReason() {
    ExitProgress none = ExitProgress.none();
    assertThat(none.status(TODAY)).isEqualTo(ExitStatus.NONE);
    assertThat(none.blockedBy(TODAY)).containsExactly("no plan has been started");
    assertThat(blocked(none.choose(new Choice("a", ADA, NOW, "x"), TODAY))).hasSize(2);
    assertThat(blocked(none.record(new GoldenSet.None(), TODAY))).hasSize(1);
    assertThat(blocked(none.decide(new Decision.Pending())))
        .containsExactly("no candidate is chosen");
    assertThat(blocked(none.switchOver(new SwitchRecord(TODAY, ADA, ""), TODAY)))
        .containsExactly("the change is not approved");
    assertThat(blocked(none.close(closure(Optional.of(END)))))
        .containsExactly("the plan has not switched");
    var approved = made(chosen().decide(new Decision.Approved(BEN, NOW, "", List.of())));
    assertThat(blocked(approved.choose(new Choice("b", ADA, NOW, "x"), TODAY)).get(0))
        .contains("withdraw it first");
    assertThat(blocked(approved.record(new GoldenSet.Recorded(1, 2, HASH, TODAY), TODAY)))
        .hasSize(1);
  }

  @Test
  void aChosenCandidateThatFailsIsListedAmongTheReasons() {
    var failing = candidate(Verdict.FAIL, "ended on 2026-07-23");
    var plan =
        new ExitPlan(
            PLAN.subject(),
            PLAN.clocks(),
            PLAN.outlook(),
            PLAN.schedule(),
            new CandidateOrder(12).rank(List.of(failing)),
            PLAN.latestStart(),
            chosen());

    assertThat(plan.chosen()).contains(failing);
    assertThat(plan.blockedBy()).hasSize(2);
    assertThat(plan.blockedBy().get(1)).contains("ended on 2026-07-23");
  }

  @Test
  void thePortfolioIsSortedByDaysThenSpendThenMissingGoldenSet() {
    ExitPlan unknownEnd = plan("no-such:model", "900", false);
    ExitPlan dear = plan("ft:gpt-4o-2024-08-06:acme::dear", "900", false);
    ExitPlan recorded = plan("ft:gpt-4o-2024-08-06:acme::a", "100", true);
    ExitPlan missing = plan("ft:gpt-4o-2024-08-06:acme::b", "100", false);
    ExitPlan unknownSpend = plan("ft:gpt-4o-2024-08-06:acme::c", "", false);
    ExitPlan over = plan("ft:gpt-4-0613:acme::d", "1", true);

    assertThat(Portfolio.sorted(List.of(unknownEnd, recorded, missing, dear, unknownSpend, over)))
        .containsExactly(over, unknownSpend, dear, missing, recorded, unknownEnd);
  }

  private static ExitPlan plan(String name, String spend, boolean golden) {
    ModelId model =
        ModelNames.bundled()
            .parse(name)
            .match(
                id -> id,
                none ->
                    new ModelId(
                        name,
                        name,
                        Provider.of("elsewhere"),
                        dev.plumbline.core.model.ModelKind.FINE_TUNE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        java.util.OptionalInt.empty()));
    var clocks =
        new ExitClocks(
            TODAY,
            DeprecationCalendar.bundled().lifespanOf(model, CustomerClass.ACTIVE),
            Eligibility.of(model.provider(), TuningEvidence.NONE, TODAY));
    GivenMoney monthly =
        spend.isEmpty() ? GivenMoney.unknown("not entered") : GivenMoney.of(usd(spend), "entered");
    var draft = ExitProgress.draft(List.of());
    var progress =
        golden ? made(draft.record(new GoldenSet.Recorded(1, 1, HASH, TODAY), TODAY)) : draft;
    var schedule = new Schedule(TODAY, 30, 10);
    return new ExitPlan(
        new ExitSubject(model, model.base(), Optional.empty(), Optional.empty(), List.of()),
        clocks,
        new Outlook(
            clocks.inferenceLeft(),
            monthly,
            new TrainingValue(GivenMoney.unknown("not entered"), Optional.empty())),
        schedule,
        List.of(),
        LatestStart.of(schedule, clocks.inferenceLeft().map(left -> left.end()), Optional.empty()),
        progress);
  }

  private static Candidate candidate(Verdict verdict, String evidence) {
    return new Candidate(
        "a",
        Successor.of(Route.SMALLER_BASE, Provider.OPENAI, "gpt-5.1-chat-latest"),
        List.of(new SuccessorCheck(CheckKind.CHAIN, verdict, evidence)),
        CandidateMoney.unknown("not entered"));
  }

  private static ExitProgress chosen() {
    var draft = ExitProgress.draft(List.of());
    var golden = made(draft.record(new GoldenSet.Recorded(2, 2, HASH, TODAY), TODAY));
    return made(golden.choose(new Choice("a", ADA, NOW, "cheapest"), TODAY));
  }

  private static ExitStep step(String key, boolean before) {
    return new ExitStep(
        key,
        key,
        before ? ExitStep.Phase.BEFORE_SWITCH : ExitStep.Phase.AFTER_SWITCH,
        Optional.empty(),
        TODAY,
        new StepState.Open());
  }

  private static ExitStep done(String key, boolean before) {
    return step(key, before).in(new StepState.Open().done(ADA, NOW, ""));
  }

  private static ExitProgress withSteps(ExitProgress progress, List<ExitStep> steps) {
    return new ExitProgress(
        progress.started(),
        progress.golden(),
        progress.choice(),
        progress.decision(),
        progress.switched(),
        progress.closure(),
        steps);
  }

  private static Closure closure(Optional<LocalDate> gone) {
    return new Closure(Optional.of("request log"), gone, true, Optional.of("hash only"), ADA);
  }

  private static ExitProgress made(Move move) {
    return move.match(
        progress -> progress,
        reasons -> {
          throw new AssertionError(reasons);
        });
  }

  private static List<String> blocked(Move move) {
    return move.match(
        progress -> {
          throw new AssertionError(progress);
        },
        reasons -> reasons);
  }
}
