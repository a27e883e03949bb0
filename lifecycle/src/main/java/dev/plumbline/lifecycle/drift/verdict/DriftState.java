package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a model at present (drift reference, section 8). A cycle leads from one state to
 * the next by {@link #after}; what only a person may do is a method of the state in which it can be
 * done.
 */
public sealed interface DriftState {

  /** Too few cycles yet: no alarms. */
  record Learning(long cycles) implements DriftState {}

  /** No evidence of a change. */
  record Ok() implements DriftState {}

  /**
   * A stream that may only suspect has crossed: more probes, no page.
   *
   * @param refuted confirmation batches so far that found nothing material
   * @param check what the kernel check found, for people; empty before it
   * @param gap why the last look could not be made, for people; empty when it could
   */
  record Suspected(
      Instant since,
      List<String> signals,
      int refuted,
      Optional<String> check,
      Optional<String> gap)
      implements DriftState {
    public Suspected {
      requireNonNull(since, "since");
      requireNonNull(check, "check");
      requireNonNull(gap, "gap");
      signals = List.copyOf(signals);
    }

    /** A suspicion that nobody has looked into yet. */
    static Suspected begun(Instant since) {
      return new Suspected(since, List.of(), 0, Optional.empty(), Optional.empty());
    }

    Suspected by(List<String> allSignals) {
      return new Suspected(since, allSignals, refuted, check, gap);
    }

    Suspected refutedOnceMore() {
      return new Suspected(since, signals, refuted + 1, check, gap);
    }

    Suspected checked(String found) {
      return new Suspected(since, signals, refuted, Optional.of(found), gap);
    }

    Suspected looked(Optional<String> newGap) {
      return new Suspected(since, signals, refuted, check, newGap);
    }
  }

  /** A change is shown: evidence is frozen until a person has decided. */
  record Confirmed(Instant at, boolean material) implements DriftState {
    public Confirmed {
      requireNonNull(at, "at");
    }

    /** The change becomes the new baseline; the next stream has to be paid for. */
    public DriftState accepted() {
      return new Learning(0);
    }

    /** The old behaviour is back, for example another snapshot is pinned. */
    public DriftState rolledBack() {
      return new Ok();
    }
  }

  /** A suspicion was refuted; the next cycle is watched as usual, under the next grant. */
  record Cleared(Instant at) implements DriftState {
    public Cleared {
      requireNonNull(at, "at");
    }
  }

  /** The mixture of known backends moved: information. */
  record ServingChange(Instant since) implements DriftState {
    public ServingChange {
      requireNonNull(since, "since");
    }
  }

  /** Shut down: an outcome, not drift. */
  record Gone(Instant at) implements DriftState {
    public Gone {
      requireNonNull(at, "at");
    }
  }

  /** A visible gap; what was known before still is. */
  record NotMeasurable(String gap, DriftState before) implements DriftState {
    public NotMeasurable {
      requireNonNull(gap, "gap");
      requireNonNull(before, "before");
    }
  }

  /** One answer for each state. */
  interface Cases<R> {
    R learning(Learning state);

    R ok(Ok state);

    R suspected(Suspected state);

    R confirmed(Confirmed state);

    R cleared(Cleared state);

    R servingChange(ServingChange state);

    R gone(Gone state);

    R notMeasurable(NotMeasurable state);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Learning state) {
      return cases.learning(state);
    }
    if (this instanceof Suspected state) {
      return cases.suspected(state);
    }
    if (this instanceof Confirmed state) {
      return cases.confirmed(state);
    }
    if (this instanceof Cleared state) {
      return cases.cleared(state);
    }
    if (this instanceof ServingChange state) {
      return cases.servingChange(state);
    }
    if (this instanceof Gone state) {
      return cases.gone(state);
    }
    if (this instanceof NotMeasurable state) {
      return cases.notMeasurable(state);
    }
    return cases.ok((Ok) this);
  }

  /** The published name, for example {@code serving_change}. */
  default String label() {
    return match(new StateLabels());
  }

  /** The state after one more cycle, with its reason. */
  default DriftVerdict after(CycleEvidence evidence, VerdictRules rules) {
    return match(new Transitions(evidence, rules));
  }
}
