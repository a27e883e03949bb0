package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.exitplans.WorkedPlan.CandidateCost;
import dev.plumbline.lifecycle.exit.successor.Candidate;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder.Ranked;
import dev.plumbline.lifecycle.exit.successor.StatedFacts;
import dev.plumbline.lifecycle.exit.successor.Successor;
import dev.plumbline.lifecycle.exit.successor.SuccessorCheck;
import dev.plumbline.lifecycle.exit.value.Payback;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way out at its recommended place. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExitCandidate")
public record CandidateView(
    @Schema(description = "1 is looked at first") int place,
    @Schema(description = "tells it apart within its plan", examples = "c1") String key,
    @Schema(examples = "same_base_elsewhere") String route,
    @Schema(examples = "gpt-4o-2024-08-06 at azure (the same base elsewhere, tuned again)")
        String words,
    @Nullable String provider,
    @Nullable String model,
    List<CheckView> checks,
    @Schema(description = "each month more than today") MoneyView monthlyDelta,
    @Schema(description = "its whole cost each month") MoneyView monthlyCost,
    MoneyView retraining,
    MoneyView effort,
    @Schema(description = "more than today over the horizon, once-only costs included")
        MoneyView overHorizon,
    @Schema(description = "when what it costs once is paid back by what it saves")
        PaybackView breakEven,
    @Schema(description = "of the place where it would run; those that are known are in the month")
        List<SurchargeView> surcharges,
    QualityView quality,
    @Schema(description = "why it stands at its place") List<String> reasons) {

  /** When the move pays. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ExitCandidateBreakEven")
  public record PaybackView(
      @Schema(description = "known, never or unknown", examples = "known") String status,
      @Schema(description = "after the switch, of 30 days", examples = "2.5")
          @Nullable String months,
      @Nullable LocalDate date,
      @Schema(description = "of never and unknown") @Nullable String reason) {

    static PaybackView of(Payback payback) {
      return payback.match(
          new Payback.Cases<>() {
            @Override
            public PaybackView after(Payback.After after) {
              return new PaybackView("known", after.months().toPlainString(), after.day(), null);
            }

            @Override
            public PaybackView never(Payback.Never never) {
              return new PaybackView("never", null, null, never.reason());
            }

            @Override
            public PaybackView unknown(Payback.Unknown unknown) {
              return new PaybackView("unknown", null, null, unknown.reason());
            }
          });
    }

    /** For people. */
    public String shown() {
      return date == null ? status : date.toString();
    }
  }

  /** What the place costs beside the requests. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "ExitCandidateSurcharge")
  public record SurchargeView(
      @Schema(description = "hosting, data_zone or regional", examples = "hosting") String kind,
      @Schema(description = "each month") MoneyView money) {

    static SurchargeView of(Surcharge surcharge) {
      return new SurchargeView(surcharge.kind(), MoneyView.of(surcharge.money()));
    }
  }

  /** Whether it can do the same. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ExitCandidateQuality")
  public record QualityView(
      @Schema(description = "no_worse, worse or not_measured", examples = "not_measured")
          String verdict,
      @Nullable String evidence) {

    static QualityView of(Optional<StatedFacts.Capability> stated) {
      return stated
          .map(each -> new QualityView(each.sufficient() ? "no_worse" : "worse", each.evidence()))
          .orElseGet(() -> new QualityView("not_measured", null));
    }
  }

  /** What a check found. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "ExitCandidateCheck")
  public record CheckView(
      @Schema(examples = "alive_long_enough") String check,
      String words,
      @Schema(description = "pass, fail or unknown", examples = "fail") String verdict,
      String evidence) {

    static CheckView of(SuccessorCheck check) {
      return new CheckView(
          check.kind().label(), check.kind().words(), check.verdict().label(), check.evidence());
    }
  }

  static CandidateView of(
      Ranked ranked, CandidateCost cost, int horizonMonths, LocalDate switchDate) {
    Candidate candidate = ranked.candidate();
    Successor successor = candidate.successor();
    return new CandidateView(
        ranked.place(),
        candidate.key(),
        successor.route().label(),
        successor.words(),
        successor.base().map(base -> base.provider().key()).orElse(null),
        successor.base().map(Successor.BaseAt::name).orElse(null),
        candidate.checks().stream().map(CheckView::of).toList(),
        MoneyView.of(candidate.money().monthlyDelta()),
        MoneyView.of(cost.month()),
        MoneyView.of(cost.retraining()),
        MoneyView.of(candidate.money().effort()),
        MoneyView.of(candidate.money().over(horizonMonths)),
        PaybackView.of(
            Payback.of(candidate.money().oneOff(), candidate.money().monthlyDelta(), switchDate)),
        cost.surcharges().stream().map(SurchargeView::of).toList(),
        QualityView.of(cost.quality()),
        ranked.reasons());
  }
}
