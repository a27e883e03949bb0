package dev.plumbline.api.models;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Of each model and kind the moment of the newest. */
  @Transactional
  Map<EvidenceKind, Map<ModelKey, Instant>> newest(Organisation organisation) {
    tenancy.enter(organisation);
    Map<EvidenceKind, Map<ModelKey, Instant>> newest = new EnumMap<>(EvidenceKind.class);
    entities
        .createQuery(
            """
            select provider, model, kind, max(seenAt) from EvidenceEntity
            where organisationId = :organisation group by provider, model, kind""",
            Object[].class)
        .setParameter("organisation", organisation.id())
        .getResultStream()
        .forEach(
            row ->
                newest
                    .computeIfAbsent(
                        EvidenceKind.findByLabel((String) row[2]).orElseThrow(),
                        kind -> new HashMap<>())
                    .put(
                        new ModelKey(Provider.of((String) row[0]), (String) row[1]),
                        (Instant) row[3]));
    return newest;
  }

  void insert(EvidenceEntity row) {
    entities.persist(row);
    entities.flush();
  }
}
