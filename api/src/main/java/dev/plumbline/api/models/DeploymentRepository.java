package dev.plumbline.api.models;

import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Rows;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.Pin;
import dev.plumbline.lifecycle.registry.PinHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Deployments and what answered in them, in PostgreSQL. */
@ApplicationScoped
class DeploymentRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Rows<DeploymentEntity> rows;

  DeploymentRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.rows =
        new Rows<>(
            entities,
            tenancy,
            DeploymentEntity.class,
            "concat(provider, '/', account, '/', name)",
            row -> String.join("/", row.provider, row.account, row.name));
  }

  /** By provider, account and name; those that the provider no longer has too. */
  @Transactional
  List<RegisteredDeployment> list(Organisation organisation) {
    tenancy.enter(organisation);
    return deployments(
        organisation,
        entities
            .createQuery(
                """
                from DeploymentEntity where organisationId = :organisation
                order by provider, account, name""",
                DeploymentEntity.class)
            .setParameter("organisation", organisation.id())
            .getResultList());
  }

  /** Some of them, by provider, account and name. */
  @Transactional
  Listed<RegisteredDeployment> list(Organisation organisation, Slice slice) {
    Listed<DeploymentEntity> found = rows.list(organisation, slice);
    return new Listed<>(deployments(organisation, found.entries()), found.next());
  }

  @Transactional
  Optional<DeploymentEntity> row(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  @Transactional
  Optional<DeploymentEntity> row(Organisation organisation, Deployment deployment) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from DeploymentEntity where organisationId = :organisation
              and provider = :provider and account = :account and name = :name""",
            DeploymentEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("provider", deployment.provider().key())
        .setParameter("account", deployment.account())
        .setParameter("name", deployment.name())
        .getResultStream()
        .findFirst();
  }

  @Transactional
  long count(Organisation organisation) {
    return rows.count(organisation);
  }

  void insert(DeploymentEntity row) {
    entities.persist(row);
    entities.flush();
  }

  @Transactional
  List<DeploymentModelEntity> modelRows(Organisation organisation, Collection<UUID> ids) {
    tenancy.enter(organisation);
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            """
            from DeploymentModelEntity
            where organisationId = :organisation and deploymentId in (:ids)
            order by deploymentId, beganAt""",
            DeploymentModelEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("ids", ids)
        .getResultList();
  }

  /** After the end of the one before has been written, because only one may answer. */
  void insert(DeploymentModelEntity row) {
    entities.flush();
    entities.persist(row);
    entities.flush();
  }

  RegisteredDeployment deployment(Organisation organisation, DeploymentEntity row) {
    entities.flush();
    return deployments(organisation, List.of(row)).get(0);
  }

  private List<RegisteredDeployment> deployments(
      Organisation organisation, List<DeploymentEntity> rows) {
    Map<UUID, List<Pin>> answered = new HashMap<>();
    Map<UUID, Provider> providers = new HashMap<>();
    rows.forEach(row -> providers.put(row.id, Provider.of(row.provider)));
    modelRows(organisation, providers.keySet())
        .forEach(
            each ->
                answered
                    .computeIfAbsent(each.deploymentId, id -> new ArrayList<>())
                    .add(pin(providers.get(each.deploymentId), each)));
    return rows.stream()
        .map(row -> deployment(row, new PinHistory(answered.getOrDefault(row.id, List.of()))))
        .toList();
  }

  private static Pin pin(Provider provider, DeploymentModelEntity row) {
    return new Pin(
        new ModelKey(provider, row.model), row.beganAt, Optional.ofNullable(row.endedAt));
  }

  private static RegisteredDeployment deployment(DeploymentEntity row, PinHistory models) {
    String newest = models.pins().get(models.pins().size() - 1).target().model();
    return new RegisteredDeployment(
        row.id,
        row.toDeployment(newest),
        models,
        row.registeredAt,
        Optional.ofNullable(row.removedAt));
  }
}
