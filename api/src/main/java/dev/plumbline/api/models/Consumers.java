package dev.plumbline.api.models;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.registry.Consumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The applications that call models. Whoever calls has decided that the actor may. */
@ApplicationScoped
public class Consumers {

  static final long MOST = 20_000;

  private static final String SUBJECT = "consumer";

  private final ConsumerRepository rows;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Consumers(ConsumerRepository rows, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** By application and environment, archived ones included. */
  public List<RegisteredConsumer> all(Organisation organisation) {
    return rows.all(organisation);
  }

  /** Some of them, by application and environment. */
  public Listed<RegisteredConsumer> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice);
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 404 when the organisation has none of the id
   */
  public RegisteredConsumer get(Organisation organisation, UUID id) {
    return existing(organisation, id).toConsumer();
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 409 when the application is registered for
   *     this environment already
   */
  @Transactional
  public RegisteredConsumer add(Organisation organisation, Actor actor, Consumer consumer) {
    tenancy.enterAlone(organisation);
    if (rows.count(organisation) >= MOST) {
      throw Refusals.full("consumers", MOST);
    }
    ConsumerEntity row = new ConsumerEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.take(consumer);
    row.registeredAt = now();
    requireFree(organisation, row);
    rows.insert(row);
    RegisteredConsumer added = row.toConsumer();
    trail.record(
        organisation,
        actor,
        AuditedChange.of("consumer.registered", SUBJECT, row.id).to(ConsumerView.of(added)));
    return added;
  }

  /**
   * Changes what is known about one, or says that it no longer runs. The same change again changes
   * nothing, and leaves no trace.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404, or 409 for a name that is taken
   */
  @Transactional
  public RegisteredConsumer change(
      Organisation organisation, Actor actor, UUID id, ConsumerChange change) {
    tenancy.enterAlone(organisation);
    ConsumerEntity row = existing(organisation, id);
    RegisteredConsumer before = row.toConsumer();
    row.take(change.consumer().apply(before.consumer()));
    change.archived().ifPresent(archived -> archive(row, archived));
    requireFree(organisation, row);
    rows.flush();
    RegisteredConsumer after = row.toConsumer();
    if (!after.equals(before)) {
      trail.record(
          organisation,
          actor,
          AuditedChange.of("consumer.changed", SUBJECT, id)
              .from(ConsumerView.of(before))
              .to(ConsumerView.of(after)));
    }
    return after;
  }

  private void archive(ConsumerEntity row, boolean archived) {
    if (archived != (row.archivedAt != null)) {
      row.archivedAt = archived ? now() : null;
    }
  }

  private void requireFree(Organisation organisation, ConsumerEntity row) {
    if (rows.isTaken(organisation, row)) {
      throw Refusals.conflict(
          "the application %s is registered for %s already"
              .formatted(row.application, row.environment),
          "change that one, or choose another name or environment");
    }
  }

  private ConsumerEntity existing(Organisation organisation, UUID id) {
    return rows.row(organisation, id).orElseThrow(() -> Refusals.missing(SUBJECT, id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
