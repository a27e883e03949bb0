package dev.plumbline.api.models;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What proves something about a model, registered or a provider's own. Whoever calls has decided
 * that the actor may.
 */
@ApplicationScoped
public class Evidence {

  private final EvidenceRepository rows;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Evidence(EvidenceRepository rows, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** The newest first, at most 500. */
  public List<ModelEvidence> of(Organisation organisation, ModelKey key) {
    return rows.of(organisation, key);
  }

  /** Of each kind and model when it was last seen, in one question. */
  public Map<EvidenceKind, Map<ModelKey, Instant>> newest(Organisation organisation) {
    return rows.newest(organisation);
  }

  /** Adds a piece; nothing replaces or removes it. */
  @Transactional
  public ModelEvidence add(Organisation organisation, Actor actor, NewEvidence wanted) {
    tenancy.enter(organisation);
    EvidenceEntity row = new EvidenceEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.provider = wanted.key().provider().key();
    row.model = wanted.key().model();
    row.kind = wanted.kind().label();
    row.seenAt = wanted.seenAt().truncatedTo(ChronoUnit.MICROS);
    row.reference = wanted.reference();
    row.recordedAt = now();
    rows.insert(row);
    ModelEvidence added = row.toEvidence();
    trail.record(
        organisation,
        actor,
        AuditedChange.of("evidence.recorded", "evidence", row.id).to(EvidenceView.of(added)));
    return added;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
