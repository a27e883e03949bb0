package dev.plumbline.api.exitplans;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What candidates cost beside each other; an amount that nobody knows leaves a gap. */
public record CandidateChart(List<Bar> bars) {

  /**
   * One candidate.
   *
   * @param month more than today each month
   * @param once to change over
   */
  public record Bar(String name, Amount month, Amount once) {}

  /**
   * An amount as it is shown and drawn.
   *
   * @param exact plain digits; empty when nobody knows
   */
  public record Amount(String shown, String exact) {

    static Amount of(MoneyView money) {
      return new Amount(money.shown(), Optional.ofNullable(money.amount()).orElse(""));
    }

    boolean isKnown() {
      return !exact.isEmpty();
    }
  }

  static CandidateChart of(PlanView plan) {
    return new CandidateChart(plan.candidates().stream().map(CandidateChart::bar).toList());
  }

  private static Bar bar(CandidateView candidate) {
    String name =
        candidate.model() == null
            ? "%d. stop".formatted(candidate.place())
            : "%d. %s".formatted(candidate.place(), candidate.model());
    return new Bar(name, Amount.of(candidate.monthlyDelta()), Amount.of(candidate.retraining()));
  }

  /** Whether there is anything to draw. */
  public boolean isDrawn() {
    return bars.stream().flatMap(bar -> Stream.of(bar.month())).filter(Amount::isKnown).count() > 1;
  }
}
