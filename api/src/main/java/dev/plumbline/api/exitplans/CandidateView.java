package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.exitplans.WorkedPlan.CandidateCost;
import dev.plumbline.lifecycle.exit.successor.Candidate;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder.Ranked;
import dev.plumbline.lifecycle.exit.successor.Successor;
import dev.plumbline.lifecycle.exit.successor.SuccessorCheck;
import java.util.List;
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
    @Schema(description = "why it stands at its place") List<String> reasons) {

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

  static CandidateView of(Ranked ranked, CandidateCost cost, int horizonMonths) {
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
        ranked.reasons());
  }
}
