package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.Probe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a schedule from a budget: a fifth is kept back for suspicions, the rest is spent in a fixed
 * order, the cheapest evidence first. Every call is counted as if its answer were as long as it may
 * be, so that the budget holds whatever the model says.
 *
 * <p>What is asked does not depend on answers, so the error bounds of the sequential tests hold; a
 * suspicion changes only when is looked next.
 */
public final class ProbePlanner {

  /** Some endpoints answer with at least so many tokens, whatever is asked for. */
  private static final int LEAST_PAID_OUTPUT = 16;

  /** Cycles of the task suite after a suspicion: five to look closer and one to confirm. */
  private static final int ESCALATED_CYCLES = 6;

  /** The open questions after a suspicion: the kernel check and the confirmation. */
  private static final int ESCALATED_QUESTIONS = 2;

  private record Step(Work work, Cadence cadence) {}

  private static final List<Step> ORDER =
      List.of(
          new Step(Work.TRIPWIRE, Cadence.HOURLY),
          new Step(Work.BORDER, Cadence.DAILY),
          new Step(Work.TASKS, Cadence.WEEKLY),
          new Step(Work.TASKS, Cadence.DAILY),
          new Step(Work.BORDER, Cadence.HOURLY));

  private final ProbePrices prices;

  public ProbePlanner(ProbePrices prices) {
    this.prices = requireNonNull(prices, "prices");
  }

  /** A call without a price makes the whole impossible: it is not known what it would spend. */
  public ProbePlan plan(PlanQuestion question) {
    Set<String> reasons = new LinkedHashSet<>();
    Costs costs = new Costs(question, reasons);
    if (!reasons.isEmpty()) {
      return new ProbePlan.Impossible(List.copyOf(reasons));
    }
    Money mine = question.budget().perMonth();
    if (!costs.tripwire.get(0).amount().currency().equals(mine.currency())) {
      return new ProbePlan.Impossible(
          List.of(
              "the prices are in %s and the budget in %s; state the budget in the currency of the prices"
                  .formatted(costs.tripwire.get(0).amount().currency(), mine.currency())));
    }
    return new Afforded(question, costs).plan();
  }

  /** What each kind of cycle costs on all arms. */
  private final class Costs {

    private final PlanQuestion question;
    private final Set<String> reasons;
    private final List<CycleCost> tripwire;
    private final List<CycleCost> border;
    private final List<CycleCost> borderSearch;
    private final List<CycleCost> tasks;
    private final List<CycleCost> open;

    Costs(PlanQuestion question, Set<String> reasons) {
      this.question = question;
      this.reasons = reasons;
      this.tripwire = cost(CycleCalls.ofTripwire(question.tripwire()));
      this.border = cost(CycleCalls.ofBorder());
      this.borderSearch = borderSearch();
      this.tasks = cost(CycleCalls.ofTasks(question.tasks()));
      this.open = cost(CycleCalls.ofOpenQuestions());
    }

    List<CycleCost> cycle(Work work) {
      return switch (work) {
        case TRIPWIRE -> tripwire;
        case BORDER -> border;
        case TASKS -> tasks;
        case OPEN -> open;
      };
    }

    /** Searched on the model in question alone; the others need a reference of what is found. */
    private List<CycleCost> borderSearch() {
      List<CycleCost> costs = new ArrayList<>();
      for (Arm arm : question.arms()) {
        cost(arm, CycleCalls.ofBorderPreparation(arm.role() == Arm.Role.SUBJECT))
            .ifPresent(costs::add);
      }
      return costs;
    }

    private List<CycleCost> cost(Map<Probe, Integer> calls) {
      List<CycleCost> costs = new ArrayList<>();
      for (Arm arm : question.arms()) {
        cost(arm, calls).ifPresent(costs::add);
      }
      return costs;
    }

    private Optional<CycleCost> cost(Arm arm, Map<Probe, Integer> calls) {
      ArmSum sum = new ArmSum(arm);
      for (Map.Entry<Probe, Integer> each : calls.entrySet()) {
        Probe probe = each.getKey();
        long output = Math.max(LEAST_PAID_OUTPUT, probe.sampling().maxOutputTokens());
        ProbePrice price = prices.priceOf(arm, probe, output);
        if (price instanceof ProbePrice.Unpriced unpriced) {
          reasons.add("%s (%s): %s".formatted(arm.name(), arm.model(), unpriced.why()));
          return Optional.empty();
        }
        sum.add((ProbePrice.Priced) price, each.getValue());
      }
      return Optional.of(sum.cost());
    }
  }

  /** Adds up one arm. */
  private static final class ArmSum {

    private final Arm arm;
    private final Set<String> rows = new LinkedHashSet<>();
    private long calls;
    private long input;
    private boolean exact = true;
    private long output;
    private Optional<Money> amount = Optional.empty();

    ArmSum(Arm arm) {
      this.arm = arm;
    }

    void add(ProbePrice.Priced price, int times) {
      calls += times;
      input += price.input().tokens() * times;
      exact &= price.input().isExact();
      output += price.outputTokens() * times;
      rows.addAll(price.priceRows());
      Money more = price.amount().times(times);
      amount = Optional.of(amount.map(sum -> sum.plus(more)).orElse(more));
    }

    CycleCost cost() {
      return new CycleCost(
          arm, calls, input, exact, output, amount.orElseThrow(), List.copyOf(rows));
    }
  }

  /** Spends the budget stage by stage. */
  private static final class Afforded {

    private final PlanQuestion question;
    private final Costs costs;
    private final List<PlannedStage> stages = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private Money left;

    Afforded(PlanQuestion question, Costs costs) {
      this.question = question;
      this.costs = costs;
      this.left = question.budget().perYear().minus(question.budget().reservePerYear());
    }

    ProbePlan plan() {
      ORDER.forEach(this::tryStep);
      List<CycleCost> reference = reference();
      if (stages.isEmpty()) {
        return new ProbePlan.Impossible(leftOut.stream().map(LeftOut::why).toList());
      }
      return new ProbePlan.Scheduled(
          question.budget(),
          stages,
          leftOut,
          reference,
          PlannedStage.sum(costs.tasks)
              .times(ESCALATED_CYCLES)
              .plus(PlannedStage.sum(costs.open).times(ESCALATED_QUESTIONS)));
    }

    private void tryStep(Step step) {
      PlannedStage stage =
          new PlannedStage(step.work(), step.cadence(), costs.cycle(step.work()), once(step));
      Optional<PlannedStage> slower =
          stages.stream().filter(each -> each.work() == step.work()).findFirst();
      Money more =
          slower.map(had -> stage.firstYear().minus(had.firstYear())).orElse(stage.firstYear());
      if (more.compareTo(left) > 0) {
        leftOut.add(new LeftOut(step.work(), step.cadence(), more, why(step, more)));
        return;
      }
      left = left.minus(more);
      slower.ifPresent(stages::remove);
      stages.add(stage);
    }

    private List<CycleCost> once(Step step) {
      return step.work() == Work.BORDER ? costs.borderSearch : List.of();
    }

    private String why(Step step, Money more) {
      return "%s %s needs %s %s in the first year, and %s are left after the stages before it and the reserve"
          .formatted(
              step.work().words(),
              step.cadence().label(),
              more.currency(),
              more.roundedForDisplay().toPlainString(),
              left.roundedForDisplay().toPlainString());
    }

    /** Asked when there is money for it: without it a suspicion is confirmed by tasks alone. */
    private List<CycleCost> reference() {
      Money once = PlannedStage.sum(costs.open);
      if (once.compareTo(left) > 0) {
        leftOut.add(
            new LeftOut(
                Work.OPEN,
                Cadence.WEEKLY,
                once,
                "the reference of the open questions needs %s %s once; a suspicion will be confirmed by the task suite alone"
                    .formatted(once.currency(), once.roundedForDisplay().toPlainString())));
        return List.of();
      }
      left = left.minus(once);
      return costs.open;
    }
  }
}
