package dev.plumbline.api.pins;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.pinning.PinningPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The pinning policy of each environment. Whoever calls has decided that the actor may. */
@ApplicationScoped
public class Policies {

  private final PolicyRepository rows;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Policies(PolicyRepository rows, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** What holds now; the initial one until somebody decides. */
  public PinningPolicy of(Organisation organisation, Environment environment) {
    return rows.policy(organisation, environment)
        .map(PolicyEntity::toPolicy)
        .orElseGet(() -> PinningPolicy.initial(environment));
  }

  /** Replaces it; the same again changes nothing, and leaves no trace. */
  @Transactional
  public PinningPolicy set(
      Organisation organisation, Actor actor, Environment environment, PinningPolicy policy) {
    tenancy.enterAlone(organisation);
    PinningPolicy before = of(organisation, environment);
    if (before.equals(policy)) {
      return before;
    }
    Optional<PolicyEntity> stored = rows.policy(organisation, environment);
    PolicyEntity row = stored.orElseGet(PolicyEntity::new);
    row.organisationId = organisation.id();
    row.environment = environment.label();
    row.take(policy);
    row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (stored.isEmpty()) {
      rows.insert(row);
    } else {
      rows.flush();
    }
    trail.record(
        organisation,
        actor,
        AuditedChange.of("pin-policy.changed", "pin-policy", environment.label())
            .from(PolicyView.of(environment, before))
            .to(PolicyView.of(environment, policy)));
    return policy;
  }
}
