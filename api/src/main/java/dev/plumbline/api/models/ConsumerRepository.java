package dev.plumbline.api.models;

import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Rows;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applications and what they are pinned to, in PostgreSQL. */
@ApplicationScoped
class ConsumerRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Rows<ConsumerEntity> rows;

  ConsumerRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.rows =
        new Rows<>(
            entities,
            tenancy,
            ConsumerEntity.class,
            "concat(application, '/', environment)",
            row -> row.application + "/" + row.environment);
  }

  /** By application and environment. */
  @Transactional
  Listed<RegisteredConsumer> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice).as(ConsumerEntity::toConsumer);
  }

  @Transactional
  List<RegisteredConsumer> all(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ConsumerEntity where organisationId = :organisation
            order by application, environment""",
            ConsumerEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultStream()
        .map(ConsumerEntity::toConsumer)
        .toList();
  }

  @Transactional
  Optional<ConsumerEntity> row(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  /** Whether another one has the same application and environment. */
  @Transactional
  boolean isTaken(Organisation organisation, ConsumerEntity wanted) {
    tenancy.enter(organisation);
    return entities
            .createQuery(
                """
                select count(*) from ConsumerEntity
                where organisationId = :organisation and application = :application
                  and environment = :environment and id <> :id""",
                Long.class)
            .setParameter("organisation", organisation.id())
            .setParameter("application", wanted.application)
            .setParameter("environment", wanted.environment)
            .setParameter("id", wanted.id)
            .getSingleResult()
        > 0;
  }

  @Transactional
  long count(Organisation organisation) {
    return rows.count(organisation);
  }

  void insert(ConsumerEntity row) {
    entities.persist(row);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  /** What holds now, by consumer and slot. */
  @Transactional
  List<ConsumerPin> currentPins(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ConsumerPinEntity where organisationId = :organisation and endedAt is null
            order by consumerId, slot""",
            ConsumerPinEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultStream()
        .map(ConsumerPinEntity::toConsumerPin)
        .toList();
  }

  /** Everything that anybody was ever pinned to, by consumer and slot and from the oldest on. */
  @Transactional
  List<ConsumerPin> allPins(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ConsumerPinEntity where organisationId = :organisation
            order by consumerId, slot, beganAt""",
            ConsumerPinEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultStream()
        .map(ConsumerPinEntity::toConsumerPin)
        .toList();
  }

  /** Everything that one consumer was ever pinned to, by slot and from the oldest on. */
  @Transactional
  List<ConsumerPin> pinsOf(Organisation organisation, UUID consumer) {
    return pinRows(organisation, consumer).stream().map(ConsumerPinEntity::toConsumerPin).toList();
  }

  /** Everything that was ever pinned to a model, the newest first. */
  @Transactional
  List<ConsumerPin> pinsTo(Organisation organisation, ModelKey key) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ConsumerPinEntity
            where organisationId = :organisation and provider = :provider and model = :model
            order by beganAt desc""",
            ConsumerPinEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("provider", key.provider().key())
        .setParameter("model", key.model())
        .getResultStream()
        .map(ConsumerPinEntity::toConsumerPin)
        .toList();
  }

  @Transactional
  List<ConsumerPinEntity> pinRows(Organisation organisation, UUID consumer) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ConsumerPinEntity where organisationId = :organisation and consumerId = :consumer
            order by slot, beganAt""",
            ConsumerPinEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("consumer", consumer)
        .getResultList();
  }

  /** After the end of the one before has been written, because only one may hold. */
  void insert(ConsumerPinEntity row) {
    entities.flush();
    entities.persist(row);
    entities.flush();
  }
}
