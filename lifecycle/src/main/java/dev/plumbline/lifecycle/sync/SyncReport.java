package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What came of one run for one account.
 *
 * @param detail why it was not complete; empty when it was
 * @param models how many the provider lists
 */
public record SyncReport(
    Outcome outcome,
    Optional<String> detail,
    int models,
    List<SyncChange> changes,
    List<PresenceEvent> events) {

  /** How a run ended. */
  public enum Outcome {
    COMPLETE,
    /** Something could not be read; what was sound has been taken. */
    PARTIAL,
    /** Nothing was read. */
    FAILED
  }

  public SyncReport {
    requireNonNull(outcome, "outcome");
    requireNonNull(detail, "detail");
    changes = List.copyOf(changes);
    events = List.copyOf(events);
  }

  public static SyncReport of(SyncPlan plan) {
    Optional<String> gap = plan.poll().findIncomplete().map(PollResult.Incomplete::detail);
    Optional<String> partial =
        plan.snapshot().partial().stream().map(finding -> finding.message()).findFirst();
    return new SyncReport(
        outcome(plan),
        gap.or(() -> partial),
        plan.snapshot().models().size(),
        plan.changes(),
        plan.events());
  }

  /** Of a run that threw before it read anything. */
  public static SyncReport failed(String detail) {
    return new SyncReport(Outcome.FAILED, Optional.of(detail), 0, List.of(), List.of());
  }

  private static Outcome outcome(SyncPlan plan) {
    boolean refused =
        plan.poll()
            .findIncomplete()
            .map(
                gap ->
                    gap.reason() == PollResult.Reason.NO_ACCESS
                        || gap.reason() == PollResult.Reason.NO_ANSWER)
            .orElse(false);
    if (refused) {
      return Outcome.FAILED;
    }
    return plan.poll().isComplete() && plan.snapshot().partial().isEmpty()
        ? Outcome.COMPLETE
        : Outcome.PARTIAL;
  }
}
