package dev.plumbline.api.scenarios;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The published form of an answer, the same on the command line and over HTTP. Every decimal is a
 * string of plain digits, so that no reader loses a digit; amounts are US dollars.
 */
@Schema(name = "BreakEven", description = "The verdict on a scenario with all its evidence")
@JsonNaming(SnakeCaseStrategy.class)
public record BreakEvenView(
    @Schema(description = "version of this shape") int version,
    String name,
    @Schema(description = "first day; prices are of this day", examples = "2026-11-20") String at,
    String catalogueVersion,
    Verdict verdict,
    AtVolume atVolume,
    SideCost base,
    SideCost tuned,
    Fixed fixed,
    @Schema(description = "one verdict for each way to do without tuning; the first is base")
        List<Against> comparison,
    Cheapest cheapest,
    @Schema(description = "points of the chart, ascending") List<CurvePoint> curve,
    @Schema(description = "what one wrong guess does, the strongest first")
        List<Sensitivity> sensitivities,
    Optional<UncertaintyView> uncertainty,
    List<AssumptionView> assumptions,
    @Schema(description = "what to check before repeating the answer") List<Note> notes) {

  /** When it pays. */
  @Schema(name = "BreakEvenVerdict")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Verdict(
      @Schema(
              description = "ALWAYS, PAYS_ABOVE, PAYS_BELOW, NEVER, WINDOW or RANGES",
              examples = "PAYS_ABOVE")
          String code,
      @Schema(description = "one sentence with its figures") String reason,
      @Schema(description = "break-even volume; absent for NEVER and RANGES", examples = "1026.2")
          Optional<String> requestsPerMonth,
      Optional<String> requestsPerMonthCeil,
      Optional<String> requestsOverHorizon,
      @Schema(description = "volumes at which it pays") List<Range> paying) {}

  /** Volumes from and to, in requests a month. */
  @Schema(name = "VolumeRange")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Range(
      String from,
      @Schema(description = "absent when there is no upper end") Optional<String> to) {}

  /** What holds at the planner's own volume. */
  @Schema(name = "BreakEvenAtVolume")
  @JsonNaming(SnakeCaseStrategy.class)
  public record AtVolume(
      String requestsPerMonth,
      boolean pays,
      String savingPerRequest,
      String netPresentValue,
      @Schema(description = "first month end from which it stays paid back")
          Optional<Integer> paybackMonth,
      @Schema(description = "one-off cost over saving; ignores hosting, retraining and discount")
          Optional<String> naiveTotalRequests) {}

  /** What one answered request costs on one side. */
  @Schema(name = "BreakEvenSide")
  @JsonNaming(SnakeCaseStrategy.class)
  public record SideCost(
      String name,
      String cachedTokens,
      String hitRate,
      String attempts,
      String costPerAttempt,
      String lossPerRequest,
      String fallbackPerRequest,
      String costPerRequest) {}

  /** What has to be earned back. */
  @Schema(name = "BreakEvenFixedCosts")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Fixed(
      String trainingTokensBilled,
      String trainingCost,
      String oneOffCost,
      String retrainCostEach,
      int retrainCount,
      String extraPerMonth,
      String horizonMonths,
      String annuity,
      String retrainAnnuity,
      String need) {}

  /** The verdict against one base side. */
  @Schema(name = "BreakEvenAgainst")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Against(
      String name, String costPerRequest, Verdict verdict, String netPresentValue) {}

  /** Which way is the cheapest. */
  @Schema(name = "BreakEvenCheapest")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Cheapest(
      @Schema(description = "the cheapest of all at the planner's volume") String atVolume,
      @Schema(description = "all ways at the planner's volume, the cheapest first") List<Way> ways,
      @Schema(description = "which way is the cheapest at which volumes") List<WayRange> ranges) {}

  /** One way with its discounted cost over the horizon. */
  @Schema(name = "BreakEvenWay")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Way(String name, boolean tuned, String totalCost) {}

  /** The volumes at which one way is the cheapest. */
  @Schema(name = "BreakEvenWayRange")
  @JsonNaming(SnakeCaseStrategy.class)
  public record WayRange(String name, String from, Optional<String> to) {}

  /** Discounted cost over the horizon at one volume. */
  @Schema(name = "BreakEvenCurvePoint")
  @JsonNaming(SnakeCaseStrategy.class)
  public record CurvePoint(
      String requestsPerMonth, String baseCost, String tunedCost, boolean crossing) {}

  /** What happens when one guess is off. */
  @Schema(name = "BreakEvenSensitivity")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Sensitivity(
      String input,
      String words,
      String spread,
      @Schema(description = "how much the gain at the planner's volume moves") String swing,
      Outcome smaller,
      Outcome larger) {}

  /** The answer with one input changed. */
  @Schema(name = "BreakEvenSensitivityOutcome")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Outcome(
      String verdict, Optional<String> requestsPerMonth, String netPresentValue) {}

  /** What the volume may be when all inputs are guesses. */
  @Schema(name = "BreakEvenUncertainty")
  @JsonNaming(SnakeCaseStrategy.class)
  public record UncertaintyView(
      int points,
      long seed,
      String never,
      String paysAtVolume,
      Optional<String> p10,
      Optional<String> p50,
      Optional<String> p90,
      List<VariedInput> inputs) {}

  /** Factors between which an input was varied. */
  @Schema(name = "BreakEvenVariedInput")
  @JsonNaming(SnakeCaseStrategy.class)
  public record VariedInput(String input, String low, String high) {}

  /** What the answer rests on. */
  @Schema(name = "BreakEvenAssumption")
  @JsonNaming(SnakeCaseStrategy.class)
  public record AssumptionView(
      String subject,
      String value,
      String unit,
      @Schema(description = "price, date, given or assumed") String kind,
      Optional<String> priceRow,
      Optional<String> source,
      Optional<String> seen,
      String note) {}

  /** Something to check. */
  @Schema(name = "BreakEvenNote")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Note(String code, String severity, String field, String message, String remedy) {}
}
