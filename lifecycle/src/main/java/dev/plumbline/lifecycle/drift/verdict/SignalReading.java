package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One stream of one arm after a cycle.
 *
 * @param armName which arm of its sort, for example the id of a sibling
 * @param signal for example {@code failures:arithmetic}
 * @param logStatistic natural logarithm of M or R; hits for a novel cluster
 * @param logThreshold what it must reach alone; under e-BH less may do
 * @param notes assumption checks, for example autocorrelation
 */
public record SignalReading(
    Arm arm,
    String armName,
    String signal,
    Tier tier,
    double logStatistic,
    double logThreshold,
    boolean crossed,
    Optional<OnsetEstimate> onset,
    List<String> notes) {

  public SignalReading {
    requireNonNull(arm, "arm");
    requireNonNull(armName, "armName");
    requireNonNull(signal, "signal");
    requireNonNull(tier, "tier");
    requireNonNull(onset, "onset");
    notes = List.copyOf(notes);
  }

  /** The same reading with what e-BH says of it. */
  public SignalReading judged(boolean rejected) {
    return new SignalReading(
        arm, armName, signal, tier, logStatistic, logThreshold, rejected, onset, notes);
  }
}
