package dev.plumbline.api.estimates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.dataset.TrafficMeans;
import dev.plumbline.pricing.training.FileEstimate;
import dev.plumbline.pricing.training.RequestQuotes;
import dev.plumbline.pricing.training.TrainingEstimate;
import dev.plumbline.pricing.training.TrainingPlan;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What training on a dataset costs, with the price rows that say so. Amounts are strings. */
@Schema(name = "TrainingEstimate")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EstimateView(
    String dataset,
    String provider,
    String model,
    @Schema(description = "the snapshot that is trained") String base,
    @Schema(description = "day of the job") LocalDate at,
    long rows,
    long tokensPerEpoch,
    @Schema(description = "exact or estimated") String precision,
    Optional<Integer> epochs,
    @Schema(description = "why it is this number") Optional<String> epochsReason,
    int runs,
    @Schema(description = "tokens of one run, as the provider reports them", examples = "145983")
        Optional<Long> trainedTokensPerRun,
    Optional<Long> trainedTokens,
    @Schema(description = "priced, unpriced or blocked") String status,
    Optional<String> reason,
    Optional<Cost> cost,
    @Schema(description = "one request like these rows") Optional<Requests> requests,
    @Schema(description = "where the findings of the files are") String findings,
    @Schema(description = "what stands against this plan") List<PlanFinding> planFindings) {

  /** A cost line by line. */
  @Schema(name = "TrainingCost")
  @JsonNaming(SnakeCaseStrategy.class)
  record Cost(
      @Schema(examples = "3.649575") String amount,
      String currency,
      String catalogueVersion,
      List<Line> lines,
      List<String> assumptions) {

    static Cost of(CostBreakdown breakdown) {
      return new Cost(
          breakdown.total().toPlainString(),
          breakdown.total().currency().getCurrencyCode(),
          breakdown.catalogueVersion(),
          breakdown.lines().stream().map(Line::of).toList(),
          breakdown.assumptions());
    }
  }

  /** Quantity times rate. */
  @Schema(name = "TrainingCostLine")
  @JsonNaming(SnakeCaseStrategy.class)
  record Line(
      String component,
      String quantity,
      String rate,
      String unit,
      String amount,
      String priceRow,
      String source) {

    static Line of(CostLine line) {
      return new Line(
          line.component().label(),
          line.quantity().toPlainString(),
          line.rate().amount().toPlainString(),
          line.rate().unit().label(),
          line.amount().toPlainString(),
          line.price().id(),
          line.price().source().name());
    }
  }

  /** Mean tokens of a request and its cost on both sides. */
  @Schema(name = "RequestCosts")
  @JsonNaming(SnakeCaseStrategy.class)
  record Requests(
      String promptTokensMean, String answerTokensMean, Optional<Cost> base, Optional<Cost> tuned) {

    static Requests of(RequestQuotes quotes, TrafficMeans means) {
      return new Requests(
          means.promptTokens().toPlainString(),
          means.answerTokens().toPlainString(),
          cost(quotes.base()),
          cost(quotes.tuned()));
    }

    private static Optional<Cost> cost(Estimate estimate) {
      return estimate instanceof Estimate.Priced priced
          ? Optional.of(Cost.of(priced.breakdown()))
          : Optional.empty();
    }
  }

  /** An objection to the plan. */
  @Schema(name = "PlanFinding")
  record PlanFinding(String code, String severity, String message, String remedy) {

    static PlanFinding of(Finding finding) {
      return new PlanFinding(
          finding.code(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.message(),
          finding.remedy());
    }
  }

  static EstimateView of(String dataset, Estimated answer) {
    FileEstimate estimate = answer.estimate();
    Optional<TrainingPlan> plan = estimate.plan();
    List<Finding> ofFiles = estimate.findings();
    return new EstimateView(
        dataset,
        answer.question().provider().key(),
        answer.question().model(),
        estimate.snapshot(),
        LocalDate.ofInstant(answer.question().at(), ZoneOffset.UTC),
        estimate.training().rows(),
        estimate.tokensPerEpoch().tokens(),
        estimate.tokensPerEpoch().isExact() ? "exact" : "estimated",
        plan.map(each -> each.epochs().count()),
        plan.map(each -> each.epochs().reason()),
        answer.question().runs(),
        plan.map(each -> each.trainedTokensPerRun().tokens()),
        plan.map(each -> each.trainedTokens().tokens()),
        status(estimate.cost()),
        reason(estimate.cost()),
        breakdown(estimate.cost()).map(Cost::of),
        estimate
            .requests()
            .flatMap(quotes -> estimate.training().traffic().map(m -> Requests.of(quotes, m))),
        "/api/v1/datasets/" + dataset,
        answer.findings().stream()
            .filter(each -> !ofFiles.contains(each) || estimate.planFindings().contains(each))
            .map(PlanFinding::of)
            .toList());
  }

  private static String status(TrainingEstimate cost) {
    return cost.match(
        new TrainingEstimate.Cases<>() {
          @Override
          public String priced(CostBreakdown breakdown) {
            return "priced";
          }

          @Override
          public String unpriced(TrainingEstimate.Unpriced unpriced) {
            return "unpriced";
          }

          @Override
          public String blocked(TrainingEstimate.Blocked blocked) {
            return "blocked";
          }
        });
  }

  static Optional<String> reason(TrainingEstimate cost) {
    if (cost instanceof TrainingEstimate.Unpriced unpriced) {
      return Optional.of(unpriced.reason());
    }
    return cost instanceof TrainingEstimate.Blocked blocked
        ? Optional.of(blocked.reason())
        : Optional.empty();
  }

  static Optional<CostBreakdown> breakdown(TrainingEstimate cost) {
    return cost instanceof TrainingEstimate.Priced priced
        ? Optional.of(priced.breakdown())
        : Optional.empty();
  }
}
