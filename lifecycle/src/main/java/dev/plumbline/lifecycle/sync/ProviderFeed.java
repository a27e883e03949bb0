package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/** One account at a provider of models. What cannot be read is said, and not thrown. */
public interface ProviderFeed {

  /**
   * Reads everything that the provider lists.
   *
   * @param settled ids of jobs that were over the last time; of them checkpoints and events are not
   *     read again
   */
  ProviderSnapshot snapshot(Set<String> settled);

  /** Calls one model in the shortest way there is; it may cost a few tokens. */
  Answer call(String model);

  /** Reads a result file of a job; many steps of training make a large one. */
  default JobFile resultFile(String file) {
    return JobFile.NONE;
  }

  /**
   * What came of a call.
   *
   * @param resolved the snapshot that answered, where the provider names it
   */
  record Answer(CallOutcome outcome, Optional<String> resolved) {

    public Answer {
      requireNonNull(outcome, "outcome");
      requireNonNull(resolved, "resolved");
    }

    public static Answer of(CallOutcome outcome) {
      return new Answer(outcome, Optional.empty());
    }
  }
}
