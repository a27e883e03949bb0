package dev.plumbline.lifecycle.probe.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.lifecycle.probe.Probe;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.StarterSuites;
import dev.plumbline.lifecycle.probe.plan.ProbePlan.Impossible;
import dev.plumbline.lifecycle.probe.plan.ProbePlan.Scheduled;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbePlannerTest {

  private static final ProbeSuite TASKS = StarterSuites.find(StarterSuites.ALL_TASKS).orElseThrow();
  private static final Arm SUBJECT =
      new Arm("ours", Arm.Role.SUBJECT, "gpt-4o-2024-08-06", Provider.OPENAI);
  private static final Arm CONTROL = new Arm("control", Arm.Role.CONTROL, "other", Provider.OPENAI);

  /** GPT-4o: 2.50 and 10.00 for a million; every prompt of one token has 8, every other 200. */
  private static final ProbePrices GPT_4O =
      (arm, probe, output) -> {
        long input = probe.sampling().maxOutputTokens() == 1 ? 8 : 200;
        BigDecimal millionths =
            new BigDecimal("2.50")
                .multiply(BigDecimal.valueOf(input))
                .add(new BigDecimal("10").multiply(BigDecimal.valueOf(output)));
        return new ProbePrice.Priced(
            Money.usd(millionths.movePointLeft(6)),
            TokenCount.exact(input),
            output,
            List.of("row-in", "row-out"));
      };

  @Test
  void anHourlyTripwireOfGpt4oFitsIntoTwoDollarsAYear() {
    // G5: 8,760 calls of 8 tokens in and 16 out: 8,760 × (8 × 2.50 + 16 × 10) / 1e6 = 1.5768
    Scheduled plan = plan(Money.usd("0.17"), SUBJECT);

    PlannedStage tripwire = plan.find(Work.TRIPWIRE).orElseThrow();
    assertThat(tripwire.cadence()).isEqualTo(Cadence.HOURLY);
    assertThat(tripwire.callsPerYear()).isEqualTo(8_760);
    assertThat(tripwire.perYear()).isEqualTo(Money.usd("1.5768"));
    assertThat(plan.firstYear()).isLessThanOrEqualTo(Money.usd("2"));
    assertThat(tripwire.arms().get(0).priceRows()).containsExactly("row-in", "row-out");
  }

  @Test
  void whatDoesNotFitIsNamedWithWhatItNeeds() {
    Scheduled plan = plan(Money.usd("0.17"), SUBJECT);

    assertThat(plan.stages()).hasSize(1);
    LeftOut border = plan.leftOut().get(0);
    // 7,300 calls in the year, and 4,000 × 3 + 20 × 100 once, each for 0.00018
    assertThat(border.needs()).isEqualTo(Money.usd("3.834"));
    assertThat(border.why()).contains("border prompts daily needs USD 3.83").contains("0.06");
  }

  @Test
  void moreMoneyAddsStagesInTheirOrder() {
    assertThat(stages(Money.usd("0.60"))).containsExactly("TRIPWIRE HOURLY", "BORDER DAILY");
    assertThat(stages(Money.usd("3")))
        .containsExactly("TRIPWIRE HOURLY", "BORDER DAILY", "TASKS WEEKLY");
    assertThat(stages(Money.usd("20")))
        .containsExactly("TRIPWIRE HOURLY", "BORDER HOURLY", "TASKS DAILY");
  }

  private static List<String> stages(Money perMonth) {
    return plan(perMonth, SUBJECT).stages().stream()
        .map(stage -> stage.work() + " " + stage.cadence())
        .sorted(java.util.Comparator.comparing(text -> Work.valueOf(text.split(" ", 2)[0])))
        .toList();
  }

  @Test
  void aPlanNeverCostsMoreThanItsBudgetWithoutTheReserve() {
    for (int cents = 40; cents < 3_000; cents += 37) {
      Money perMonth = Money.usd(BigDecimal.valueOf(cents, 2));
      Scheduled plan = plan(perMonth, SUBJECT, CONTROL);

      assertThat(plan.firstYear().plus(plan.budget().reservePerYear()))
          .isLessThanOrEqualTo(perMonth.times(12));
    }
  }

  @Test
  void aControlArmIsPaidToo() {
    assertThat(plan(Money.usd("1"), SUBJECT, CONTROL).find(Work.TRIPWIRE).orElseThrow().perYear())
        .isEqualTo(Money.usd("3.1536"));
  }

  @Test
  void aModelWithoutAPriceHasNoPlan() {
    ProbePrices none =
        (arm, probe, output) ->
            arm.equals(CONTROL)
                ? new ProbePrice.Unpriced("no price of other is known")
                : GPT_4O.priceOf(arm, probe, output);

    ProbePlan plan = new ProbePlanner(none).plan(question(Money.usd("10"), SUBJECT, CONTROL));

    assertThat(((Impossible) plan).reasons())
        .containsExactly("control (other): no price of other is known");
  }

  @Test
  void aBudgetBelowTheCheapestStageHasNoPlanAndSaysWhy() {
    ProbePlan plan = new ProbePlanner(GPT_4O).plan(question(Money.usd("0.01"), SUBJECT));

    assertThat(((Impossible) plan).reasons().get(0)).contains("one token hourly needs USD 1.58");
  }

  @Test
  void aBudgetInAnotherCurrencyThanThePricesHasNoPlan() {
    Money euros = Money.of(java.util.Currency.getInstance("EUR"), "10");

    ProbePlan plan = new ProbePlanner(GPT_4O).plan(question(euros, SUBJECT));

    assertThat(((Impossible) plan).reasons().get(0)).contains("USD").contains("EUR");
  }

  @Test
  void aFamilyIsAskedTwentyOneTimesInACycle() {
    PlannedStage tasks = plan(Money.usd("20"), SUBJECT).find(Work.TASKS).orElseThrow();

    // six families of seven questions, each asked three times
    assertThat(tasks.callsPerCycle()).isEqualTo(126);
  }

  @Test
  void theReservePaysForWholeEscalations() {
    Scheduled plan = plan(Money.usd("20"), SUBJECT);

    // a fifth of 240; six cycles of 126 tasks and twice 250 open questions
    assertThat(plan.budget().reservePerYear()).isEqualTo(Money.usd("48"));
    Money spent = plan.escalation().times(plan.escalations());
    assertThat(spent).isLessThanOrEqualTo(Money.usd("48"));
    assertThat(spent.plus(plan.escalation())).isGreaterThan(Money.usd("48"));
    assertThat(plan.reference().get(0).calls()).isEqualTo(250);
    assertThat(plan.escalation())
        .isEqualTo(
            plan.find(Work.TASKS)
                .orElseThrow()
                .perCycle()
                .times(6)
                .plus(plan.reference().get(0).amount().times(2)));
  }

  @Test
  void falsePagesAreSharedOverTheTargets() {
    ProbeBudget budget = new ProbeBudget(Money.usd("5"), BigDecimal.ONE, 20);

    assertThat(budget.alpha()).isEqualTo(0.05);
  }

  @Test
  void whatIsNoBudgetIsRefused() {
    assertThatThrownBy(() -> new ProbeBudget(Money.usd("0"), BigDecimal.ONE, 2))
        .hasMessageContaining("more than nothing");
    assertThatThrownBy(() -> new ProbeBudget(Money.usd("1"), BigDecimal.TEN, 2))
        .hasMessageContaining("one half for each target");
    assertThatThrownBy(() -> new ProbeBudget(Money.usd("1"), BigDecimal.ONE, 0))
        .hasMessageContaining("targets");
  }

  @Test
  void theFirstArmIsTheModelInQuestion() {
    assertThatThrownBy(() -> question(Money.usd("1"), CONTROL))
        .hasMessageContaining("model in question");
    assertThatThrownBy(() -> question(Money.usd("1"), SUBJECT, SUBJECT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTaskWithoutARightAnswerIsRefused() {
    Probe open = StarterSuites.find(StarterSuites.OPEN).orElseThrow().probes().get(0);

    assertThatThrownBy(
            () ->
                PlanQuestion.of(
                    budget(Money.usd("1")),
                    List.of(SUBJECT),
                    new ProbeSuite("mine", 1, List.of(open))))
        .hasMessageContaining("open-1")
        .hasMessageContaining("expect");
  }

  private static Scheduled plan(Money perMonth, Arm... arms) {
    return (Scheduled) new ProbePlanner(GPT_4O).plan(question(perMonth, arms));
  }

  private static PlanQuestion question(Money perMonth, Arm... arms) {
    return PlanQuestion.of(budget(perMonth), List.of(arms), TASKS);
  }

  private static ProbeBudget budget(Money perMonth) {
    return new ProbeBudget(perMonth, BigDecimal.ONE, 20);
  }
}
