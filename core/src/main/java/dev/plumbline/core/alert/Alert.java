package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The one record of a key.
 *
 * @param condition as it was last stated
 * @param revision counts what happened to it, from 1; no two things have the same
 * @param reminded days before the deadline of the last milestone that has come; empty before the
 *     first
 * @param told whether anybody has been told that it holds; a muted one has not
 */
public record Alert(
    Condition condition, AlertState state, int revision, Optional<Integer> reminded, boolean told) {

  public Alert {
    requireNonNull(condition, "condition");
    requireNonNull(state, "state");
    requireNonNull(reminded, "reminded");
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1: " + revision);
    }
  }

  public AlertKey key() {
    return condition.key();
  }

  public boolean isResolved() {
    return state instanceof AlertState.Resolved;
  }

  public boolean isOpen() {
    return state instanceof AlertState.Open;
  }

  /** Somebody takes care of it. */
  public Optional<AlertStep> acknowledge(String by, Instant now, Instant until) {
    Optional<AlertState> next =
        state.match(
            new AlertState.Cases<>() {
              @Override
              public Optional<AlertState> open(AlertState.Open open) {
                return Optional.of(open.acknowledge(by, now, until));
              }

              @Override
              public Optional<AlertState> acknowledged(AlertState.Acknowledged before) {
                return Optional.of(before.acknowledge(by, now, until));
              }

              @Override
              public Optional<AlertState> snoozed(AlertState.Snoozed snoozed) {
                return Optional.of(snoozed.acknowledge(by, now, until));
              }

              @Override
              public Optional<AlertState> resolved(AlertState.Resolved resolved) {
                return Optional.empty();
              }
            });
    return next.map(each -> step(AlertEvent.ACKNOWLEDGED, each, told));
  }

  /** Empty unless it is open. */
  public Optional<AlertStep> snooze(String by, Instant now, Instant until) {
    return state instanceof AlertState.Open open
        ? Optional.of(step(AlertEvent.SNOOZED, open.snooze(by, now, until), false))
        : Optional.empty();
  }

  /** The next contact is asked; empty unless it is open and there is another one. */
  public Optional<AlertStep> escalate(Instant now) {
    return state instanceof AlertState.Open open && open.level() + 1 < condition.contacts().size()
        ? Optional.of(step(AlertEvent.ESCALATED, open.escalate(now), true))
        : Optional.empty();
  }

  /** Empty for one that is resolved already. */
  public Optional<AlertStep> resolve(Instant now) {
    return isResolved()
        ? Optional.empty()
        : Optional.of(
            new AlertStep(
                new Alert(
                    condition, new AlertState.Resolved(now), revision + 1, Optional.empty(), false),
                AlertEvent.RESOLVED,
                told));
  }

  /** Until when an acknowledgement holds that names no end: the next milestone, or a year. */
  public Instant usualEnd(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate end =
        condition
            .deadline()
            .flatMap(deadline -> LeadTimes.next(deadline, today))
            .map(Milestone::on)
            .orElse(today.plusYears(1));
    return end.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  AlertStep step(AlertEvent event, AlertState next, boolean tells) {
    return new AlertStep(
        new Alert(condition, next, revision + 1, reminded, told || tells), event, tells);
  }
}
