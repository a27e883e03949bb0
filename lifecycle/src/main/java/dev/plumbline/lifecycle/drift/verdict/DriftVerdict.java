package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What is known after a cycle.
 *
 * @param page whether this cycle is the one that wakes the owner
 */
public record DriftVerdict(
    DriftState state,
    String reason,
    boolean page,
    Attribution attribution,
    Optional<OnsetEstimate> onset,
    CycleEvidence evidence) {

  public DriftVerdict {
    requireNonNull(state, "state");
    requireNonNull(reason, "reason");
    requireNonNull(attribution, "attribution");
    requireNonNull(onset, "onset");
    requireNonNull(evidence, "evidence");
  }

  /** What moved, in the order of families and measures. */
  public List<Movement> moved() {
    return evidence.movements();
  }
}
