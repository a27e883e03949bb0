package dev.plumbline.api.prices;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.pricing.override.PriceOverride;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Own prices of the caller's organisation, with a trace of every change. */
@ApplicationScoped
class Overrides {

  /** Every computation of the organisation looks through them. */
  static final long MOST = 5_000;

  private final OverrideRepository overrides;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  Overrides(OverrideRepository overrides, Tenancy tenancy, AuditTrail trail) {
    this.overrides = overrides;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  List<OverrideView> list(Caller caller, Pages pages) {
    caller.require(Permissions.OVERRIDES_READ, Optional.empty());
    return overrides.list(caller.organisation(), pages).stream().map(OverrideView::of).toList();
  }

  OverrideView show(Caller caller, UUID id) {
    OverrideView found = existing(caller.organisation(), id);
    caller.require(Permissions.OVERRIDES_READ, Optional.empty());
    return found;
  }

  @Transactional
  OverrideView add(Caller caller, PriceOverride override) {
    caller.require(Permissions.OVERRIDES_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    if (overrides.count(caller.organisation()) >= MOST) {
      throw Problem.of(
              ErrorCode.CONFLICT, "there are %d overrides, which is the limit".formatted(MOST))
          .withRemedy("use wider scopes")
          .asException();
    }
    OverrideView added = OverrideView.of(overrides.add(caller.organisation(), override));
    record(caller, AuditedChange.of("override.created", "override", added.id()).to(added));
    return added;
  }

  /** Ends one on that day; one that is over already stays as it is, and leaves no trace. */
  @Transactional
  void end(Caller caller, UUID id, LocalDate day) {
    tenancy.enterAlone(caller.organisation());
    OverrideView before = existing(caller.organisation(), id);
    caller.require(Permissions.OVERRIDES_WRITE, Optional.empty());
    overrides.end(caller.organisation(), id, day);
    AuditedChange change = AuditedChange.of("override.ended", "override", id).from(before);
    Optional<OverrideView> after = overrides.find(caller.organisation(), id).map(OverrideView::of);
    if (!after.equals(Optional.of(before))) {
      record(caller, after.map(change::to).orElse(change));
    }
  }

  private OverrideView existing(Organisation organisation, UUID id) {
    return overrides.find(organisation, id).map(OverrideView::of).orElseThrow(() -> missing(id));
  }

  private static ProblemException missing(UUID id) {
    return Problem.of(ErrorCode.NOT_FOUND, "no override " + id).asException();
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
