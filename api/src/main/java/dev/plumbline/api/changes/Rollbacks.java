package dev.plumbline.api.changes;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.ModelChange;
import dev.plumbline.lifecycle.change.RollbackCheck;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Whether one can go back to a model: what was seen to answer, and until when it is said to. */
@ApplicationScoped
public class Rollbacks {

  private final ProofRepository proofs;
  private final Calendars calendars;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Rollbacks(
      ProofRepository proofs, Calendars calendars, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.proofs = proofs;
    this.calendars = calendars;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** Whether one could go back after a change. */
  RollbackCheck check(Organisation organisation, ModelChange change) {
    ChangeRequest request = change.request();
    return check(organisation, request.from(), request.switchDate(), request.rollbackDays());
  }

  /**
   * Whether one could go back to a model.
   *
   * @param days after the switch during which one must be able to
   */
  public RollbackCheck check(
      Organisation organisation, ModelId target, LocalDate switchDate, int days) {
    return RollbackCheck.of(
        new RollbackCheck.Target(
            target, proofs.latest(organisation, target), end(organisation, target)),
        clock.instant(),
        switchDate,
        days);
  }

  private ClockEnd end(Organisation organisation, ModelId target) {
    return calendars.of(organisation).lifespanOf(target, CustomerClass.ACTIVE).inferenceEnd();
  }

  /** Notes that a call to a model succeeded; whoever made the call says so. */
  @Transactional
  public ProofView prove(Caller caller, ModelId model, Instant at, String note) {
    caller.require(Permissions.PLANS_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    ProofEntity row = new ProofEntity();
    row.id = UUID.randomUUID();
    row.provider = model.provider().key();
    row.model = model.canonical();
    row.verifiedAt = at.truncatedTo(ChronoUnit.MICROS);
    row.note = note;
    row.byId = caller.actor().id();
    row.byName = caller.actor().name();
    row.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    proofs.add(caller.organisation(), row);
    ProofView added = ProofView.of(row);
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("model_proof.recorded", "model-proof", added.id()).to(added));
    return added;
  }
}
