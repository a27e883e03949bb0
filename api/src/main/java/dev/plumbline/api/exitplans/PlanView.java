package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.exitplans.PlanDocument.StoredChoice;
import dev.plumbline.api.exitplans.PlanDocument.StoredClosure;
import dev.plumbline.api.exitplans.PlanDocument.StoredEvidence;
import dev.plumbline.api.exitplans.PlanDocument.StoredGolden;
import dev.plumbline.api.exitplans.PlanDocument.StoredSwitch;
import dev.plumbline.lifecycle.exit.ExitPlan;
import dev.plumbline.lifecycle.exit.ExitSubject;
import dev.plumbline.lifecycle.exit.successor.SwitchNeeds;
import dev.plumbline.lifecycle.exit.value.DaysLeft;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to leave one fine-tune, as of today. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExitPlan")
public record PlanView(
    @Nullable UUID id,
    @Schema(examples = "draft") String status,
    @Schema(description = "why it is not further") List<String> blockedBy,
    @Schema(examples = "openai") String provider,
    @Schema(examples = "ft:gpt-4o-2024-08-06:acme::a1") String model,
    @Nullable String base,
    @Nullable String owner,
    @Nullable String environment,
    List<ConsumerView> consumers,
    LocalDate today,
    ClockView training,
    ClockView inference,
    @Schema(description = "how the provider sees this organisation") EligibilityView eligibility,
    ValueView value,
    ScheduleView schedule,
    GoldenView goldenSet,
    @Schema(description = "in the recommended order; nothing is switched by it")
        List<CandidateView> candidates,
    List<StepView> steps,
    List<StoredEvidence> evidence,
    @Nullable StoredChoice choice,
    @Schema(description = "the model change that the choice asked for") @Nullable UUID change,
    @Nullable StoredSwitch switched,
    @Nullable StoredClosure closure,
    @Schema(description = "what people entered") PlanFacts facts) {

  /** Who calls the model. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ExitPlanConsumer")
  public record ConsumerView(
      String name, @Nullable String owner, @Nullable String contact, @Nullable String criticality) {

    static ConsumerView of(ExitSubject.Dependant dependant) {
      return new ConsumerView(
          dependant.name(),
          dependant.owner().orElse(null),
          dependant.contact().orElse(null),
          dependant.criticality().orElse(null));
    }
  }

  /** Whether this organisation may still train. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "ExitPlanEligibility")
  public record EligibilityView(@Schema(examples = "active") String customer, String reason) {}

  /** What the rest of the life is worth. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ExitPlanValue")
  public record ValueView(
      @Schema(description = "months of 30 days; absent when nobody knows", examples = "1.8")
          @Nullable String monthsLeft,
      MoneyView monthlySpend,
      MoneyView spendUntilEnd,
      MoneyView trainingSpend,
      @Schema(description = "written off by days of service") MoneyView remainingTrainingValue) {}

  /** When what is due. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ExitPlanSchedule")
  public record ScheduleView(
      LocalDate start,
      LocalDate lastDay,
      LocalDate switchDate,
      int durationDays,
      int tuningDays,
      @Schema(description = "last day on which the plan can begin") @Nullable LocalDate latestStart,
      @Schema(description = "negative when it is too late") @Nullable Long daysToLatestStart,
      @Schema(description = "which end decides, or why nobody knows") String latestStartReason) {

    static ScheduleView of(ExitPlan plan) {
      return new ScheduleView(
          plan.schedule().start(),
          plan.schedule().lastDay(),
          plan.schedule().switchDate(),
          plan.schedule().durationDays(),
          plan.schedule().tuningDays(),
          plan.latestStart().<@Nullable LocalDate>match(on -> on.day(), unknown -> null),
          plan.latestStart()
              .<@Nullable Long>match(on -> on.daysLeft(plan.today()), unknown -> null),
          plan.latestStart().match(on -> on.reason(), unknown -> unknown.reason()));
    }
  }

  /** Recorded answers of the model. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "GoldenSet")
  public record GoldenView(
      @Schema(description = "none, partial, complete or waived", examples = "none") String status,
      @Nullable StoredGolden recorded) {}

  static PlanView of(
      @Nullable UUID id, WorkedPlan worked, PlanDocument document, @Nullable UUID change) {
    ExitPlan plan = worked.plan();
    int months =
        FactReading.days(
            "horizon_months", document.facts().horizonMonths(), SwitchNeeds.USUAL_HORIZON_MONTHS);
    return new PlanView(
        id,
        plan.status().label(),
        plan.blockedBy(),
        plan.subject().model().provider().key(),
        plan.subject().model().canonical(),
        plan.subject().base().orElse(null),
        plan.subject().owner().orElse(null),
        plan.subject().environment().orElse(null),
        plan.subject().dependants().stream().map(ConsumerView::of).toList(),
        plan.today(),
        ClockView.of(plan.clocks().lifespan().trainingEnd(), plan.today()),
        ClockView.of(plan.clocks().lifespan().inferenceEnd(), plan.today()),
        new EligibilityView(
            FactReading.label(plan.clocks().eligibility().customer()),
            plan.clocks().eligibility().reason()),
        value(worked),
        ScheduleView.of(plan),
        new GoldenView(plan.progress().golden().label(), document.golden()),
        plan.candidates().stream()
            .map(
                ranked ->
                    CandidateView.of(
                        ranked,
                        worked.costOf(ranked.candidate().key()).orElseThrow(),
                        months,
                        plan.schedule().switchDate()))
            .toList(),
        plan.progress().steps().stream().map(step -> StepView.of(step, plan.today())).toList(),
        document.evidence(),
        document.choice(),
        change,
        document.switched(),
        document.closure(),
        document.facts());
  }

  /** Whether the candidate of that key is the chosen one. */
  public boolean chose(String key) {
    return choice != null && choice.candidate().equals(key);
  }

  private static ValueView value(WorkedPlan worked) {
    var outlook = worked.plan().outlook();
    return new ValueView(
        outlook
            .left()
            .map(DaysLeft::months)
            .map(months -> months.setScale(1, RoundingMode.HALF_EVEN).toPlainString())
            .orElse(null),
        MoneyView.of(worked.spend()),
        MoneyView.of(outlook.spendUntilEnd()),
        MoneyView.of(outlook.training().spent()),
        MoneyView.of(outlook.remainingTrainingValue()));
  }
}
