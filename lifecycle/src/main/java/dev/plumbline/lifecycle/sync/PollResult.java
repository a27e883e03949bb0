package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether the list of models that a provider answered with can be believed. */
public sealed interface PollResult {

  /** Every page came, it is long enough, and a model that must be in it is. */
  record Complete() implements PollResult {}

  /** Changes nothing. */
  record Incomplete(Reason reason, String detail) implements PollResult {

    public Incomplete {
      requireNonNull(reason, "reason");
      requireNonNull(detail, "detail");
    }
  }

  /** Why a list is not believed. */
  enum Reason {
    /** A page failed, was not sound, or came twice. */
    PAGES,
    /** Much shorter than the lists before. */
    TOO_SHORT,
    /** Without the model that is known to exist. */
    NO_SENTINEL,
    /** The credential was refused. */
    NO_ACCESS,
    /** The provider did not answer. */
    NO_ANSWER
  }

  /** Judges a list of which every page has come. */
  static PollResult of(Collection<String> ids, PollHistory history, Optional<String> sentinel) {
    if (!history.isEnough(ids.size())) {
      return new Incomplete(
          Reason.TOO_SHORT,
          "%d models, while the lists before had %s".formatted(ids.size(), words(history)));
    }
    if (sentinel.isPresent() && !ids.contains(sentinel.get())) {
      return new Incomplete(Reason.NO_SENTINEL, "without " + sentinel.get());
    }
    return new Complete();
  }

  private static String words(PollHistory history) {
    List<Integer> sorted = history.counts().stream().sorted().toList();
    int least = sorted.get(0);
    int most = sorted.get(sorted.size() - 1);
    return least == most ? String.valueOf(least) : least + " to " + most;
  }

  default boolean isComplete() {
    return this instanceof Complete;
  }

  /** The reason of an incomplete one. */
  default Optional<Incomplete> findIncomplete() {
    return this instanceof Incomplete incomplete ? Optional.of(incomplete) : Optional.empty();
  }
}
