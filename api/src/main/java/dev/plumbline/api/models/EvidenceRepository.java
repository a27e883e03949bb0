package dev.plumbline.api.models;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Evidence about models in PostgreSQL; it is added and never changed. */
@ApplicationScoped
class EvidenceRepository {

  private static final int MOST = 500;

  private final EntityManager entities;
  private final Tenancy tenancy;

  EvidenceRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** The newest first, at most 500. */
  @Transactional
  List<ModelEvidence> of(Organisation organisation, ModelKey key) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from EvidenceEntity
            where organisationId = :organisation and provider = :provider and model = :model
            order by seenAt desc""",
            EvidenceEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("provider", key.provider().key())
        .setParameter("model", key.model())
        .setMaxResults(MOST)
        .getResultStream()
        .map(EvidenceEntity::toEvidence)
        .toList();
  }

  void insert(EvidenceEntity row) {
    entities.persist(row);
    entities.flush();
  }
}
