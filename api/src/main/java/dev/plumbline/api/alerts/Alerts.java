package dev.plumbline.api.alerts;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.alert.Alert;
import dev.plumbline.core.alert.AlertStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a caller does with alerts. */
@ApplicationScoped
public class Alerts {

  private static final Duration LONGEST = Duration.ofDays(366);

  private final Tenancy tenancy;
  private final AlertRepository rows;
  private final AlertBook book;
  private final AuditTrail trail;
  private final Clock clock;

  Alerts(Tenancy tenancy, AlertRepository rows, AlertBook book, AuditTrail trail, Clock clock) {
    this.tenancy = tenancy;
    this.rows = rows;
    this.book = book;
    this.trail = trail;
    this.clock = clock;
  }

  /** Of those states, the most urgent first. */
  @Transactional
  public List<AlertView> list(Caller caller, List<String> states, int limit) {
    enter(caller, Permissions.ALERTS_READ);
    Instant now = clock.instant();
    return rows.list(caller.organisation(), states, limit).stream()
        .map(row -> AlertView.of(row, now))
        .toList();
  }

  @Transactional
  public AlertView.WithHistory show(Caller caller, UUID id) {
    enter(caller, Permissions.ALERTS_READ);
    AlertEntity row =
        rows.find(caller.organisation(), id).orElseThrow(() -> missing(id).asException());
    return new AlertView.WithHistory(
        AlertView.of(row, clock.instant()),
        rows.events(caller.organisation(), id).stream().map(AlertEventView::of).toList());
  }

  /** What happened to any alert, the newest first. */
  @Transactional
  public List<AlertEventView> history(Caller caller, int limit) {
    enter(caller, Permissions.ALERTS_READ);
    return rows.recentEvents(caller.organisation(), limit).stream()
        .map(AlertEventView::of)
        .toList();
  }

  /**
   * The caller takes care of it.
   *
   * @param until when to ask again; the next milestone when empty
   */
  @Transactional
  public AlertView acknowledge(Caller caller, UUID id, Optional<Instant> until) {
    return step(
        caller,
        id,
        "acknowledged",
        alert -> {
          Instant now = clock.instant();
          Instant end = until.orElseGet(() -> alert.usualEnd(now));
          return alert.acknowledge(caller.actor().name(), now, sound(end, now));
        });
  }

  /** Nobody hears of it until then. */
  @Transactional
  public AlertView snooze(Caller caller, UUID id, Instant until) {
    return step(
        caller,
        id,
        "snoozed",
        alert -> {
          Instant now = clock.instant();
          return alert.snooze(caller.actor().name(), now, sound(until, now));
        });
  }

  /** The next contact is asked at once. */
  @Transactional
  public AlertView escalate(Caller caller, UUID id) {
    return step(caller, id, "escalated", alert -> alert.escalate(clock.instant()));
  }

  /** It is over; it comes back when its rule states it again. */
  @Transactional
  public AlertView resolve(Caller caller, UUID id) {
    return step(caller, id, "resolved", alert -> alert.resolve(clock.instant()));
  }

  private static Instant sound(Instant until, Instant now) {
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw Input.refused("until", "a moment in the future, within a year");
    }
    return until;
  }

  private AlertView step(
      Caller caller, UUID id, String verb, Function<Alert, Optional<AlertStep>> change) {
    caller.require(Permissions.ALERTS_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    AlertEntity row =
        rows.findForChange(caller.organisation(), id).orElseThrow(() -> missing(id).asException());
    AlertTrace before = AlertTrace.of(row);
    AlertStep step =
        change
            .apply(row.alert())
            .orElseThrow(
                () ->
                    Problem.of(
                            ErrorCode.CONFLICT,
                            "an alert that is %s cannot be %s".formatted(row.state, verb))
                        .asException());
    book.write(caller.organisation(), row, step, caller.actor().name());
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("alert." + verb, "alert", id).from(before).to(AlertTrace.of(row)));
    return AlertView.of(row, clock.instant());
  }

  private void enter(Caller caller, String permission) {
    caller.require(permission, Optional.empty());
    tenancy.enter(caller.organisation());
  }

  private static Problem missing(UUID id) {
    return Problem.of(ErrorCode.NOT_FOUND, "no alert " + id);
  }
}
