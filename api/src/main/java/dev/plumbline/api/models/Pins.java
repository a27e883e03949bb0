package dev.plumbline.api.models;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.Pin;
import dev.plumbline.lifecycle.registry.PinHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What applications call, now and before. Whoever calls has decided that the actor may, and that
 * the policy of the environment allows the move.
 */
@ApplicationScoped
public class Pins {

  private final ConsumerRepository rows;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Pins(ConsumerRepository rows, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** What holds now in the whole organisation, by consumer and slot. */
  public List<ConsumerPin> current(Organisation organisation) {
    return rows.currentPins(organisation);
  }

  /** What every application called for each purpose, now and before, in one question. */
  public Map<PinPlace, PinHistory> histories(Organisation organisation) {
    Map<PinPlace, List<Pin>> pins = new LinkedHashMap<>();
    rows.allPins(organisation)
        .forEach(
            each ->
                pins.computeIfAbsent(
                        new PinPlace(each.consumerId(), each.slot()), place -> new ArrayList<>())
                    .add(each.pin()));
    Map<PinPlace, PinHistory> histories = new LinkedHashMap<>();
    pins.forEach((place, all) -> histories.put(place, new PinHistory(all)));
    return histories;
  }

  /** Everything that was ever pinned to a model, the newest first. */
  public List<ConsumerPin> to(Organisation organisation, ModelKey key) {
    return rows.pinsTo(organisation, key);
  }

  /**
   * Everything that an application was pinned to, by slot and from the oldest on.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404 for an application that is not there
   */
  @Transactional
  public List<ConsumerPin> of(Organisation organisation, UUID consumer) {
    requireConsumer(organisation, consumer);
    return rows.pinsOf(organisation, consumer);
  }

  /**
   * What an application was pinned to for one purpose; empty when it never was.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404 for an application that is not there
   */
  @Transactional
  public PinHistory history(Organisation organisation, UUID consumer, String slot) {
    return new PinHistory(
        of(organisation, consumer).stream()
            .filter(each -> each.slot().equals(slot))
            .map(ConsumerPin::pin)
            .toList());
  }

  /**
   * From now on the application calls this model for this purpose; empty ends the pin. What holds
   * already changes nothing, and leaves no trace.
   *
   * @return the pin that holds now
   * @throws dev.plumbline.api.problem.ProblemException 404 for an application that is not there
   */
  @Transactional
  public Optional<ConsumerPin> move(
      Organisation organisation, Actor actor, PinPlace place, Optional<ModelKey> target) {
    tenancy.enterAlone(organisation);
    PinHistory before = history(organisation, place.consumer(), place.slot());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    PinHistory after =
        target.map(key -> before.movedTo(key, now)).orElseGet(() -> before.ended(now));
    Optional<ConsumerPin> held = before.current().map(place::pinned);
    Optional<ConsumerPin> holds = after.current().map(place::pinned);
    if (after.equals(before)) {
      return holds;
    }
    write(organisation, place, now, after.current());
    AuditedChange change = AuditedChange.of("pin.moved", "consumer", place.consumer());
    AuditedChange from = held.map(each -> change.from(PinView.of(each))).orElse(change);
    trail.record(organisation, actor, holds.map(each -> from.to(PinView.of(each))).orElse(from));
    return holds;
  }

  private void write(Organisation organisation, PinPlace place, Instant now, Optional<Pin> open) {
    rows.pinRows(organisation, place.consumer()).stream()
        .filter(row -> row.slot.equals(place.slot()) && row.endedAt == null)
        .forEach(row -> row.endedAt = now);
    open.ifPresentOrElse(pin -> insert(organisation, place, pin), rows::flush);
  }

  private void insert(Organisation organisation, PinPlace place, Pin pin) {
    ConsumerPinEntity row = new ConsumerPinEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.consumerId = place.consumer();
    row.slot = place.slot();
    row.provider = pin.target().provider().key();
    row.model = pin.target().model();
    row.beganAt = pin.since();
    rows.insert(row);
  }

  private void requireConsumer(Organisation organisation, UUID consumer) {
    if (rows.row(organisation, consumer).isEmpty()) {
      throw Refusals.missing("consumer", consumer);
    }
  }
}
