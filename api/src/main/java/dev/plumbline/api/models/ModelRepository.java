package dev.plumbline.api.models;

import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Rows;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.Checkpoint;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Fine-tunes and their checkpoints in PostgreSQL. */
@ApplicationScoped
class ModelRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Rows<FineTuneEntity> rows;

  ModelRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.rows =
        new Rows<>(
            entities,
            tenancy,
            FineTuneEntity.class,
            "concat(provider, '/', model)",
            row -> row.key().toString());
  }

  /** By provider and name. */
  @Transactional
  Listed<RegisteredModel> list(Organisation organisation, Slice slice) {
    Listed<FineTuneEntity> found = rows.list(organisation, slice);
    return new Listed<>(models(organisation, found.entries()), found.next());
  }

  /** By provider, from every fine-tune and from what was seen to answer. */
  @Transactional
  Map<Provider, TuningDays> tuningDays(Organisation organisation) {
    tenancy.enter(organisation);
    List<?> found =
        entities
            .createNativeQuery(
                """
                select f.provider, min(least(coalesce(f.finished_at, f.registered_at),
                  f.registered_at)), max(e.seen_at)
                from fine_tune f left join model_evidence e
                  on e.organisation_id = f.organisation_id and e.provider = f.provider
                  and e.model = f.model and e.kind = 'servable'
                where f.organisation_id = :organisation group by f.provider""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .getResultList();
    Map<Provider, TuningDays> days = new HashMap<>();
    for (Object each : found) {
      Object[] row = (Object[]) each;
      days.put(
          new Provider((String) row[0]),
          new TuningDays(
              day((Instant) row[1]),
              Optional.ofNullable((Instant) row[2]).map(ModelRepository::day)));
    }
    return days;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** By provider and name. */
  @Transactional
  List<RegisteredModel> all(Organisation organisation) {
    tenancy.enter(organisation);
    return models(
        organisation,
        entities
            .createQuery(
                """
                from FineTuneEntity where organisationId = :organisation
                order by provider, model""",
                FineTuneEntity.class)
            .setParameter("organisation", organisation.id())
            .getResultList());
  }

  @Transactional
  Optional<RegisteredModel> find(Organisation organisation, UUID id) {
    return row(organisation, id).map(row -> model(organisation, row));
  }

  @Transactional
  Optional<RegisteredModel> find(Organisation organisation, ModelKey key) {
    return row(organisation, key).map(row -> model(organisation, row));
  }

  @Transactional
  Optional<FineTuneEntity> row(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  @Transactional
  Optional<FineTuneEntity> row(Organisation organisation, ModelKey key) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from FineTuneEntity
            where organisationId = :organisation and provider = :provider and model = :model""",
            FineTuneEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("provider", key.provider().key())
        .setParameter("model", key.model())
        .getResultStream()
        .findFirst();
  }

  @Transactional
  long count(Organisation organisation) {
    return rows.count(organisation);
  }

  void insert(FineTuneEntity row) {
    entities.persist(row);
  }

  /** Adds the checkpoints that are new and updates the others; none is ever taken away. */
  @Transactional
  void keep(FineTuneEntity row, List<Checkpoint> checkpoints) {
    Map<String, CheckpointEntity> stored = new HashMap<>();
    checkpointRows(new Organisation(row.organisationId), List.of(row.id))
        .forEach(each -> stored.put(each.model, each));
    for (Checkpoint checkpoint : checkpoints) {
      CheckpointEntity kept = stored.get(checkpoint.model());
      if (kept == null) {
        entities.persist(newRow(row, checkpoint));
      } else {
        kept.take(checkpoint);
      }
    }
    entities.flush();
  }

  private static CheckpointEntity newRow(FineTuneEntity row, Checkpoint checkpoint) {
    CheckpointEntity added = new CheckpointEntity();
    added.organisationId = row.organisationId;
    added.id = UUID.randomUUID();
    added.fineTuneId = row.id;
    added.take(checkpoint);
    return added;
  }

  RegisteredModel model(Organisation organisation, FineTuneEntity row) {
    return models(organisation, List.of(row)).get(0);
  }

  private List<RegisteredModel> models(Organisation organisation, List<FineTuneEntity> rows) {
    Map<UUID, List<Checkpoint>> checkpoints = new HashMap<>();
    checkpointRows(organisation, rows.stream().map(row -> row.id).toList())
        .forEach(
            each ->
                checkpoints
                    .computeIfAbsent(each.fineTuneId, id -> new ArrayList<>())
                    .add(each.toCheckpoint()));
    return rows.stream()
        .map(row -> row.toModel(checkpoints.getOrDefault(row.id, List.of())))
        .toList();
  }

  private List<CheckpointEntity> checkpointRows(Organisation organisation, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            """
            from CheckpointEntity
            where organisationId = :organisation and fineTuneId in (:ids)""",
            CheckpointEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("ids", ids)
        .getResultList();
  }
}
