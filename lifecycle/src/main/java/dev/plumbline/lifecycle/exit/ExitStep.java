package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that somebody has to do.
 *
 * @param key tells it apart within its plan
 * @param owner who does it; empty while nobody is named
 * @param due last day for it
 */
public record ExitStep(
    String key, String title, Phase phase, Optional<String> owner, LocalDate due, StepState state) {

  /** Whether a step has to be over before the switch or before the plan is closed. */
  public enum Phase {
    BEFORE_SWITCH,
    AFTER_SWITCH
  }

  public ExitStep {
    requireNonNull(key, "key");
    requireNonNull(title, "title");
    requireNonNull(phase, "phase");
    requireNonNull(owner, "owner");
    requireNonNull(due, "due");
    requireNonNull(state, "state");
    if (title.isBlank()) {
      throw new IllegalArgumentException("a step needs a title");
    }
  }

  public boolean isOverdue(LocalDate today) {
    return state.isOpen() && today.isAfter(due);
  }

  public ExitStep in(StepState other) {
    return new ExitStep(key, title, phase, owner, due, other);
  }
}
