package dev.plumbline.api.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.evaluations.HoldOutView.RateView;
import dev.plumbline.lifecycle.evaluation.QualityWatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the quality that an application reports has become worse. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Quality")
public record QualityView(
    String provider,
    String model,
    String deployment,
    @Schema(description = "learning, ok, suspected, confirmed or not_measurable") String standing,
    @Schema(description = "chance of ever confirming a change that is none") double alpha,
    @Schema(description = "natural logarithm of the evidence that decides") double logThreshold,
    @Schema(description = "when it most likely began; absent while nothing has")
        @Nullable LocalDate onset,
    @Schema(description = "of all, or before the onset") @Nullable RateView before,
    @Schema(description = "since the onset") @Nullable RateView after,
    List<CycleView> cycles) {

  /** Days with few grades are taken together. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "QualityCycle")
  public record CycleView(
      @Schema(description = "its last day, UTC") LocalDate until,
      long grades,
      double mean,
      @Schema(description = "log evidence of the suspected tier") @Nullable Double suspected,
      @Schema(description = "log evidence of the confirmed tier") @Nullable Double confirmed) {

    static CycleView of(QualityWatch.Cycle cycle) {
      return new CycleView(
          cycle.until(),
          cycle.answers(),
          cycle.mean(),
          cycle.suspected().orElse(null),
          cycle.confirmed().orElse(null));
    }

    public String shownMean() {
      return HoldOutView.percent(mean);
    }

    public String shownConfirmed() {
      return confirmed == null ? "" : String.format(Locale.ROOT, "%.2f", confirmed);
    }
  }

  /** Those of the organisation, or of one model. */
  @Schema(name = "QualityList")
  record All(List<QualityView> quality) {}

  static QualityView of(QualitySubject subject, double alpha, QualityWatch.Verdict verdict) {
    return new QualityView(
        subject.key().provider().key(),
        subject.key().model(),
        subject.deployment(),
        verdict.standing().name().toLowerCase(Locale.ROOT),
        alpha,
        verdict.logThreshold(),
        verdict.onset().orElse(null),
        verdict.before().map(RateView::of).orElse(null),
        verdict.after().map(RateView::of).orElse(null),
        verdict.cycles().stream().map(CycleView::of).toList());
  }

  /** For the page. */
  public String words() {
    return switch (standing) {
      case "learning" -> "learning: eleven cycles of thirty grades are needed";
      case "ok" -> "no change";
      case "suspected" -> "suspected to be worse since about " + onset;
      case "confirmed" -> "worse since about " + onset;
      default -> "cycles depend on each other too much for a verdict";
    };
  }

  public String tone() {
    return switch (standing) {
      case "ok" -> "good";
      case "confirmed" -> "bad";
      case "suspected", "not_measurable" -> "care";
      default -> "quiet";
    };
  }

  public String shownThreshold() {
    return String.format(Locale.ROOT, "%.2f", logThreshold);
  }

  public String place() {
    return deployment.isEmpty() ? "Wherever it is served" : "Deployment " + deployment;
  }
}
