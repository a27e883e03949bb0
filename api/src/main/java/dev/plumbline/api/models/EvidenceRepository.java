package dev.plumbline.api.models;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

  /** Evidence of the registry; a proof that a model answered, from a change, is such evidence. */
  private static final String ALL =
      """
      (select id, provider, model, kind, seen_at, reference from model_evidence
       where organisation_id = :organisation
       union all
       select id, provider, model, '%s', verified_at, note from model_proof
       where organisation_id = :organisation) as evidence"""
          .formatted(EvidenceKind.SERVABLE.label());

  /** The newest first, at most 500. */
  @Transactional
  List<ModelEvidence> of(Organisation organisation, ModelKey key) {
    tenancy.enter(organisation);
    List<ModelEvidence> found = new ArrayList<>();
    for (Object row :
        entities
            .createNativeQuery(
                "select id, kind, seen_at, reference from "
                    + ALL
                    + " where provider = :provider and model = :model order by seen_at desc",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("provider", key.provider().key())
            .setParameter("model", key.model())
            .setMaxResults(MOST)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      found.add(
          new ModelEvidence(
              (UUID) columns[0],
              key,
              EvidenceKind.findByLabel((String) columns[1]).orElseThrow(),
              (Instant) columns[2],
              (String) columns[3]));
    }
    return found;
  }

  /** Of each model and kind the moment of the newest. */
  @Transactional
  Map<EvidenceKind, Map<ModelKey, Instant>> newest(Organisation organisation) {
    tenancy.enter(organisation);
    Map<EvidenceKind, Map<ModelKey, Instant>> newest = new EnumMap<>(EvidenceKind.class);
    for (Object row :
        entities
            .createNativeQuery(
                "select provider, model, kind, max(seen_at) from "
                    + ALL
                    + " group by provider, model, kind",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .getResultList()) {
      Object[] columns = (Object[]) row;
      newest
          .computeIfAbsent(
              EvidenceKind.findByLabel((String) columns[2]).orElseThrow(), kind -> new HashMap<>())
          .put(
              new ModelKey(Provider.of((String) columns[0]), (String) columns[1]),
              (Instant) columns[3]);
    }
    return newest;
  }

  void insert(EvidenceEntity row) {
    entities.persist(row);
    entities.flush();
  }
}
