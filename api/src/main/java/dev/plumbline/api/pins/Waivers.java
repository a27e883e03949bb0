package dev.plumbline.api.pins;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.lifecycle.pinning.Waiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exceptions from policies. Whoever calls has decided that the actor may. */
@ApplicationScoped
public class Waivers {

  private static final long MOST = 10_000;
  private static final String SUBJECT = "waiver";

  private final PolicyRepository rows;
  private final Consumers consumers;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Waivers(
      PolicyRepository rows, Consumers consumers, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.consumers = consumers;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** Those that hold now, the newest first. */
  public List<Waiver> holding(Organisation organisation) {
    return rows.unrevoked(organisation).stream()
        .map(WaiverEntity::toWaiver)
        .filter(each -> each.holdsAt(clock.instant()))
        .toList();
  }

  /** Some of all that were ever granted, by id. */
  public Listed<RegisteredWaiver> list(Organisation organisation, Slice slice) {
    return rows.waivers(organisation, slice).as(Waivers::registered);
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 404 for an application that is not there
   */
  @Transactional
  public RegisteredWaiver grant(Organisation organisation, Actor actor, Waiver waiver) {
    tenancy.enterAlone(organisation);
    waiver.consumer().ifPresent(id -> consumers.get(organisation, id));
    if (rows.countWaivers(organisation) >= MOST) {
      throw Problem.of(
              ErrorCode.CONFLICT, "there are %d waivers, which is the limit".formatted(MOST))
          .withRemedy("change the policy instead")
          .asException();
    }
    WaiverEntity row = new WaiverEntity();
    row.organisationId = organisation.id();
    row.take(waiver);
    rows.insert(row);
    RegisteredWaiver granted = registered(row);
    trail.record(
        organisation,
        actor,
        AuditedChange.of("waiver.granted", SUBJECT, row.id).to(WaiverView.of(granted)));
    return granted;
  }

  /**
   * Takes one back; once more changes nothing.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404 when the organisation has no such waiver
   */
  @Transactional
  public RegisteredWaiver revoke(Organisation organisation, Actor actor, UUID id) {
    tenancy.enterAlone(organisation);
    WaiverEntity row =
        rows.waiver(organisation, id)
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no waiver " + id).asException());
    RegisteredWaiver before = registered(row);
    if (row.revokedAt != null) {
      return before;
    }
    row.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    RegisteredWaiver after = registered(row);
    trail.record(
        organisation,
        actor,
        AuditedChange.of("waiver.revoked", SUBJECT, id)
            .from(WaiverView.of(before))
            .to(WaiverView.of(after)));
    return after;
  }

  private static RegisteredWaiver registered(WaiverEntity row) {
    return new RegisteredWaiver(row.toWaiver(), Optional.ofNullable(row.revokedAt));
  }
}
