package dev.plumbline.api.alerts;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.notifications.Notice;
import dev.plumbline.api.notifications.Outbox;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.alert.Alert;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertStep;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.alert.Escalation;
import dev.plumbline.core.alert.Grouping;
import dev.plumbline.core.alert.Recipients;
import dev.plumbline.core.alert.Reconciliation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps the alerts of an organisation in step with what its rules state. One organisation is
 * written by one transaction at a time, so a key has one record whoever states it at once.
 */
@ApplicationScoped
public class AlertBook {

  private final Tenancy tenancy;
  private final AlertRepository rows;
  private final Outbox outbox;
  private final Clock clock;

  AlertBook(Tenancy tenancy, AlertRepository rows, Outbox outbox, Clock clock) {
    this.tenancy = tenancy;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Takes the full set of conditions that hold now for one rule: opens, reminds, raises, reopens
   * what has moved, and resolves what is no longer stated. Repeated with the same set it does
   * nothing.
   *
   * @return how many things happened
   * @throws IllegalArgumentException for a condition of another rule, or two with one key
   */
  @Transactional
  public int reconcile(Organisation organisation, String rule, Collection<Condition> conditions) {
    conditions.forEach(
        each -> {
          if (!each.key().rule().equals(rule)) {
            throw new IllegalArgumentException(each.key() + " is not of the rule " + rule);
          }
        });
    tenancy.enterAlone(organisation);
    return reconcileAlone(organisation, rule, conditions, clock.instant());
  }

  private int reconcileAlone(
      Organisation organisation, String rule, Collection<Condition> conditions, Instant now) {
    Map<AlertKey, AlertEntity> known = new HashMap<>();
    rows.ofRule(organisation, rule).forEach(row -> known.put(row.key(), row));
    List<Condition> holding = new ArrayList<>(conditions);
    rows.unresolved(organisation).stream()
        .filter(row -> !row.rule.equals(rule))
        .forEach(row -> holding.add(row.condition()));
    Reconciliation.Result result =
        new Reconciliation(holding, now)
            .of(known.values().stream().map(AlertEntity::alert).toList(), conditions);
    result.reworded().forEach(alert -> known.get(alert.key()).take(alert));
    write(organisation, known, result.steps(), now);
    return result.steps().size();
  }

  /**
   * Ends acknowledgements and snoozes whose time is over, reminds of milestones, and asks the next
   * contact where nobody has answered; the number of things that happened.
   */
  @Transactional
  public int watch(Organisation organisation) {
    tenancy.enterAlone(organisation);
    Instant now = clock.instant();
    List<AlertEntity> open = rows.unresolved(organisation);
    int happened = 0;
    for (String rule : new TreeSet<>(open.stream().map(row -> row.rule).toList())) {
      List<Condition> same =
          open.stream().filter(row -> row.rule.equals(rule)).map(AlertEntity::condition).toList();
      happened += reconcileAlone(organisation, rule, same, now);
    }
    return happened + escalate(organisation, now);
  }

  private int escalate(Organisation organisation, Instant now) {
    Map<AlertKey, AlertEntity> known = new HashMap<>();
    List<AlertStep> steps = new ArrayList<>();
    for (AlertEntity row : rows.unresolved(organisation)) {
      known.put(row.key(), row);
      Escalation.of(row.alert(), now).ifPresent(steps::add);
    }
    write(organisation, known, steps, now);
    return steps.size();
  }

  private void write(
      Organisation organisation,
      Map<AlertKey, AlertEntity> known,
      List<AlertStep> steps,
      Instant now) {
    Map<AlertKey, UUID> ids = new HashMap<>();
    for (AlertStep step : steps) {
      AlertEntity row =
          Optional.ofNullable(known.get(step.after().key()))
              .orElseGet(() -> added(organisation, step.after().key(), now));
      write(row, step, Actor.SYSTEM.name(), now);
      ids.put(step.after().key(), row.id);
    }
    Grouping.of(steps).forEach(group -> outbox.write(organisation, notice(group, ids)));
  }

  private AlertEntity added(Organisation organisation, AlertKey key, Instant now) {
    AlertEntity row = new AlertEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.rule = key.rule();
    row.subject = key.subject();
    row.aspect = key.aspect();
    row.openedAt = now;
    return row;
  }

  /** One step of one alert by a person, which others are told where it concerns them. */
  @Transactional(Transactional.TxType.MANDATORY)
  void write(Organisation organisation, AlertEntity row, AlertStep step, String actor) {
    write(row, step, actor, clock.instant());
    Map<AlertKey, UUID> ids = Map.of(step.after().key(), row.id);
    Grouping.of(List.of(step)).forEach(group -> outbox.write(organisation, notice(group, ids)));
  }

  private void write(AlertEntity row, AlertStep step, String actor, Instant now) {
    boolean added = row.state == null;
    if (row.state != null && row.state.equals("resolved")) {
      row.openedAt = now;
    }
    row.take(step.after());
    row.changedAt = now;
    if (added) {
      rows.insert(row);
    }
    rows.insert(event(row, step, actor, now));
  }

  private static AlertEventEntity event(
      AlertEntity row, AlertStep step, String actor, Instant now) {
    AlertEventEntity event = new AlertEventEntity();
    event.organisationId = row.organisationId;
    event.alertId = row.id;
    event.revision = row.revision;
    event.at = now;
    event.event = step.event().label();
    event.actor = actor;
    event.severity = row.severity;
    event.summary = row.summary;
    event.dueOn = row.dueOn;
    event.told = step.tells();
    return event;
  }

  private static Notice notice(List<AlertStep> group, Map<AlertKey, UUID> ids) {
    Alert first = group.get(0).after();
    return new Notice(
        Recipients.of(first),
        first.condition().provider(),
        group.stream().map(step -> new Notice.Item(ids.get(step.after().key()), step)).toList());
  }
}
