package dev.plumbline.api.probes;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls that are made together. What is asked is settled when a run is made.
 *
 * @param slot start of the time for which it stands
 * @param suite whose probes are asked; empty for border prompts
 * @param prompts border prompts
 * @param times that each is asked; 0 for as often as its family needs
 * @param atMost what it may cost
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
    CONFIRMATION;

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
  }

  public boolean isOpen() {
    return finished.isEmpty();
  }

  boolean is(Work some, Purpose why) {
    return work == some && purpose == why;
  }
}
