package dev.plumbline.api.probes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.probe.plan.CycleCost;
import dev.plumbline.lifecycle.probe.plan.LeftOut;
import dev.plumbline.lifecycle.probe.plan.PlannedStage;
import dev.plumbline.lifecycle.probe.plan.ProbePlan;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a budget pays for, or why there is no plan. Amounts are exact, as strings. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DriftPlan")
public record PlanView(
    @Schema(description = "scheduled or impossible") String status,
    @Schema(description = "why it is impossible") @Nullable List<String> reasons,
    @Nullable String currency,
    @Nullable String budgetPerYear,
    @Schema(description = "kept back for suspicions") @Nullable String reservePerYear,
    @Nullable String firstYear,
    @Schema(description = "of every later year") @Nullable String perYear,
    @Schema(description = "what one suspicion costs at most") @Nullable String escalation,
    @Schema(description = "suspicions in a year that the reserve pays for")
        @Nullable Long escalations,
    @Schema(description = "chance of a false page of this target in a year", examples = "0.05")
        @Nullable Double alpha,
    @Nullable List<Stage> stages,
    @Schema(description = "what did not fit, and why") @Nullable List<NotPlanned> leftOut) {

  /** One line of the schedule. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DriftPlanStage")
  public record Stage(
      String work,
      @Schema(description = "in words") String words,
      String cadence,
      long callsPerCycle,
      long callsPerYear,
      String perCycle,
      String perYear,
      @Schema(description = "asked before the first cycle") long callsOnce,
      String costOnce,
      List<ArmCost> arms) {}

  /** One cycle on one arm. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DriftPlanArm")
  public record ArmCost(
      String arm,
      String model,
      long calls,
      long inputTokens,
      @Schema(description = "whether input was counted exactly") boolean inputExact,
      @Schema(description = "at most") long outputTokens,
      String amount,
      @Schema(description = "rows of the price catalogue") List<String> priceRows) {

    static ArmCost of(CycleCost cost) {
      return new ArmCost(
          cost.arm().name(),
          cost.arm().model(),
          cost.calls(),
          cost.inputTokens(),
          cost.inputExact(),
          cost.outputTokens(),
          cost.amount().toPlainString(),
          cost.priceRows());
    }
  }

  /** A stage that the budget does not pay for. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DriftPlanLeftOut")
  public record NotPlanned(String work, String cadence, String needs, String why) {

    static NotPlanned of(LeftOut left) {
      return new NotPlanned(
          left.work().label(), left.cadence().label(), left.needs().toPlainString(), left.why());
    }
  }

  public static PlanView of(ProbePlan plan) {
    return plan.match(
        new ProbePlan.Cases<>() {
          @Override
          public PlanView scheduled(ProbePlan.Scheduled scheduled) {
            return ofScheduled(scheduled);
          }

          @Override
          public PlanView impossible(ProbePlan.Impossible impossible) {
            return new PlanView(
                "impossible",
                impossible.reasons(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
          }
        });
  }

  private static PlanView ofScheduled(ProbePlan.Scheduled plan) {
    return new PlanView(
        "scheduled",
        null,
        plan.budget().perMonth().currency().getCurrencyCode(),
        plan.budget().perYear().toPlainString(),
        plan.budget().reservePerYear().toPlainString(),
        plan.firstYear().toPlainString(),
        plan.perYear().toPlainString(),
        plan.escalation().toPlainString(),
        plan.escalations(),
        plan.budget().alpha(),
        plan.stages().stream().map(PlanView::stage).toList(),
        plan.leftOut().stream().map(NotPlanned::of).toList());
  }

  private static Stage stage(PlannedStage stage) {
    return new Stage(
        stage.work().label(),
        stage.work().words(),
        stage.cadence().label(),
        stage.callsPerCycle(),
        stage.callsPerYear(),
        stage.perCycle().toPlainString(),
        stage.perYear().toPlainString(),
        stage.callsOnce(),
        stage.costOnce().toPlainString(),
        stage.arms().stream().map(ArmCost::of).toList());
  }
}
