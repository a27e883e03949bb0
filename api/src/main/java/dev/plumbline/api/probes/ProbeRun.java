package dev.plumbline.api.probes;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Calls that are made together. What is asked is settled when a run is made.
 *
 * @param slot start of the time for which it stands
 * @param suite whose probes are asked; empty for border prompts
 * @param prompts border prompts
 * @param times that each is asked; 0 for as often as its family needs
 * @param atMost what it may cost
 * @param configuration with what it is asked: SDK, endpoints, sampling; empty when unknown
 */
public record ProbeRun(
    UUID id,
    UUID target,
    Work work,
    Purpose purpose,
    Instant slot,
    Instant dueAt,
    Optional<UUID> suite,
    List<String> prompts,
    int times,
    int calls,
    Money atMost,
    SortedMap<String, String> configuration,
    Optional<Finished> finished) {

  /** Why it is made. */
  public enum Purpose {
    CYCLE,
    /** Looks for border prompts. */
    SEARCH,
    /** What later answers are compared with. */
    REFERENCE,
    /** A closer look after a suspicion. */
    ESCALATION,
    CONFIRMATION,
    /** Somebody wanted it. */
    ASKED;

    /** What a suspicion asks for; paid from the reserve. */
    static final Set<Purpose> OF_SUSPICIONS = Set.of(ESCALATION, CONFIRMATION);

    /** What comes by itself; leaves the reserve alone. */
    static final Set<Purpose> OF_SCHEDULE = Set.of(CYCLE, SEARCH, REFERENCE);

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** What came of it. */
  public enum Outcome {
    MEASURED,
    /** Some calls have no answer. */
    PARTIAL,
    /** Says nothing about the model. */
    NOT_MEASURED,
    /** The provider says that the model is not there any more. */
    GONE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * The end of a run.
   *
   * @param detail why something is missing; empty when nothing is
   */
  public record Finished(Instant at, Outcome outcome, String detail) {}

  public ProbeRun {
    requireNonNull(id, "id");
    requireNonNull(target, "target");
    requireNonNull(work, "work");
    requireNonNull(purpose, "purpose");
    requireNonNull(slot, "slot");
    requireNonNull(dueAt, "dueAt");
    requireNonNull(suite, "suite");
    requireNonNull(atMost, "atMost");
    requireNonNull(finished, "finished");
    prompts = List.copyOf(prompts);
    configuration = Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
  }

  /** The same run with what follows from its probes. */
  ProbeRun with(int allCalls, Money cost, SortedMap<String, String> asked) {
    return new ProbeRun(
        id, target, work, purpose, slot, dueAt, suite, prompts, times, allCalls, cost, asked,
        finished);
  }

  /** The same run at its end. */
  ProbeRun with(Finished end) {
    return new ProbeRun(
        id,
        target,
        work,
        purpose,
        slot,
        dueAt,
        suite,
        prompts,
        times,
        calls,
        atMost,
        configuration,
        Optional.of(end));
  }

  /** Why it says nothing about the model; empty while it is open and when it says something. */
  public Optional<String> notMeasured() {
    return finished.filter(end -> end.outcome() == Outcome.NOT_MEASURED).map(Finished::detail);
  }

  public boolean isOpen() {
    return finished.isEmpty();
  }

  public boolean is(Work some, Purpose why) {
    return work == some && purpose == why;
  }
}
