package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One call of one model, by a confirmation or in ordinary use.
 *
 * @param siblingAnswers whether another model of the same account answered at about that time;
 *     without it a 404 may mean that we lost our access
 */
public record ModelCall(Instant at, CallOutcome outcome, boolean siblingAnswers) {

  public ModelCall {
    requireNonNull(at, "at");
    requireNonNull(outcome, "outcome");
  }
}
