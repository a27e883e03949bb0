package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.drift.stats.Interval;
import dev.plumbline.lifecycle.drift.stats.Rate;
import dev.plumbline.lifecycle.evaluation.HoldOutReview;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fine-tune beside another model on rows that neither was trained on. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HoldOut")
public record HoldOutView(
    UUID id,
    String name,
    String referenceModel,
    String trainingSha256,
    Instant recordedAt,
    String recordedBy,
    int rows,
    @Schema(description = "ids of rows that do not count") List<String> leaked,
    RateView reference,
    RateView candidate,
    @Schema(description = "candidate minus reference, in points of the pass rate")
        double difference,
    @Schema(description = "90 %, Tango's score interval") IntervalView interval,
    @Schema(description = "exact McNemar test, two-sided") double p,
    @Schema(description = "Wilcoxon signed-rank test of the grades; absent when all are 0 or 1")
        @Nullable Double gradesP,
    double margin,
    @Schema(description = "non_inferior, inferior or inconclusive") String outcome,
    @Schema(description = "pairs for a power of 0.8 at no true difference") long pairsNeeded,
    List<FindingView> findings) {

  private static final double LEVEL = .95;

  /** A pass rate with its 95 % Wilson interval. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "PassRate")
  public record RateView(long passes, long of, double rate, double low, double high) {

    static RateView of(Rate rate) {
      Interval interval = rate.wilson(LEVEL);
      return new RateView(
          rate.successes(), rate.trials(), rate.value(), interval.lower(), interval.upper());
    }

    public String shown() {
      return "%s (%s to %s)".formatted(percent(rate), percent(low), percent(high));
    }
  }

  /** Both ends belong to it. */
  @Schema(name = "PassRateInterval")
  public record IntervalView(double low, double high) {}

  /** Those of a model, the newest first. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "HoldOuts")
  record All(List<HoldOutView> holdOuts) {}

  static HoldOutView of(HoldOutEntity row, HoldOutRequest sent) {
    HoldOutReview review = sent.review();
    Interval interval = review.nonInferiority().interval();
    return new HoldOutView(
        row.id,
        sent.name(),
        sent.referenceModel(),
        sent.trainingSha256(),
        row.recordedAt,
        row.recordedBy,
        review.rows(),
        review.leaked(),
        RateView.of(review.reference()),
        RateView.of(review.candidate()),
        review.nonInferiority().difference(),
        new IntervalView(interval.lower(), interval.upper()),
        review.passes().p(),
        review.grades().map(test -> test.p()).orElse(null),
        review.margin(),
        review.nonInferiority().outcome().name().toLowerCase(Locale.ROOT),
        review.nonInferiority().pairsNeeded(),
        FindingView.of(review.findings()));
  }

  /** For the page, UTC. */
  public String shownAt() {
    return recordedAt
        .truncatedTo(ChronoUnit.MINUTES)
        .toString()
        .replace('T', ' ')
        .replaceFirst(":00Z$", " UTC");
  }

  public String shownDifference() {
    return "%+.1f points (%+.1f to %+.1f)"
        .formatted(100 * difference, 100 * interval.low(), 100 * interval.high());
  }

  public String shownP() {
    return p < .0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  public String shownOutcome() {
    return switch (outcome) {
      case "non_inferior" -> "no worse";
      case "inferior" -> "worse";
      default -> "open: %d pairs would tell".formatted(pairsNeeded);
    };
  }

  public String tone() {
    return switch (outcome) {
      case "non_inferior" -> "good";
      case "inferior" -> "bad";
      default -> "care";
    };
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
