package dev.plumbline.api.models;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.Pin;
import dev.plumbline.lifecycle.registry.PinHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where models are made callable, and what answered there before. Whoever calls has decided that
 * the actor may.
 */
@ApplicationScoped
public class Deployments {

  static final long MOST = 20_000;

  private static final String SUBJECT = "deployment";

  private final DeploymentRepository rows;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Deployments(DeploymentRepository rows, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /** By provider, account and name; those that were removed too. */
  public List<RegisteredDeployment> all(Organisation organisation) {
    return rows.list(organisation);
  }

  /** Some of them, by provider, account and name. */
  public Listed<RegisteredDeployment> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice);
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 404 when the organisation has none of the id
   */
  @Transactional
  public RegisteredDeployment get(Organisation organisation, UUID id) {
    return rows.deployment(organisation, existing(organisation, id));
  }

  /**
   * Registers one by provider, account and name, so that doing it twice changes nothing. When
   * another model answers there than before, the former one stays in its history; one that was
   * removed is there again.
   */
  @Transactional
  public RegisteredDeployment register(
      Organisation organisation, Actor actor, Deployment deployment) {
    tenancy.enterAlone(organisation);
    Optional<DeploymentEntity> row = rows.row(organisation, deployment);
    if (row.isEmpty()) {
      return add(organisation, actor, deployment);
    }
    RegisteredDeployment before = rows.deployment(organisation, row.get());
    Deployment merged = before.deployment().mergedWith(deployment);
    row.get().take(merged);
    row.get().removedAt = null;
    answerWith(row.get(), before.models(), merged);
    RegisteredDeployment after = rows.deployment(organisation, row.get());
    recordIfChanged(organisation, actor, "changed", before, after);
    return after;
  }

  /** The provider no longer has it; once more changes nothing. */
  @Transactional
  public RegisteredDeployment remove(Organisation organisation, Actor actor, UUID id) {
    tenancy.enterAlone(organisation);
    DeploymentEntity row = existing(organisation, id);
    RegisteredDeployment before = rows.deployment(organisation, row);
    if (row.removedAt == null) {
      row.removedAt = now();
    }
    RegisteredDeployment after = rows.deployment(organisation, row);
    recordIfChanged(organisation, actor, "removed", before, after);
    return after;
  }

  private RegisteredDeployment add(Organisation organisation, Actor actor, Deployment deployment) {
    if (rows.count(organisation) >= MOST) {
      throw Refusals.full("deployments", MOST);
    }
    DeploymentEntity row = new DeploymentEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.take(deployment);
    row.registeredAt = now();
    rows.insert(row);
    answerWith(row, PinHistory.empty(), deployment);
    RegisteredDeployment added = rows.deployment(organisation, row);
    trail.record(
        organisation,
        actor,
        AuditedChange.of("deployment.registered", SUBJECT, row.id).to(DeploymentView.of(added)));
    return added;
  }

  private void answerWith(DeploymentEntity row, PinHistory answered, Deployment deployment) {
    Instant now = now();
    PinHistory moved = answered.movedTo(deployment.target(), now);
    if (moved.equals(answered)) {
      return;
    }
    rows.modelRows(new Organisation(row.organisationId), List.of(row.id)).stream()
        .filter(each -> each.endedAt == null)
        .forEach(each -> each.endedAt = now);
    DeploymentModelEntity added = new DeploymentModelEntity();
    added.organisationId = row.organisationId;
    added.id = UUID.randomUUID();
    added.deploymentId = row.id;
    added.model = moved.current().map(Pin::target).orElseThrow().model();
    added.beganAt = now;
    rows.insert(added);
  }

  private DeploymentEntity existing(Organisation organisation, UUID id) {
    return rows.row(organisation, id).orElseThrow(() -> Refusals.missing(SUBJECT, id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void recordIfChanged(
      Organisation organisation,
      Actor actor,
      String verb,
      RegisteredDeployment before,
      RegisteredDeployment after) {
    if (!after.equals(before)) {
      trail.record(
          organisation,
          actor,
          AuditedChange.of(SUBJECT + "." + verb, SUBJECT, after.id())
              .from(DeploymentView.of(before))
              .to(DeploymentView.of(after)));
    }
  }
}
