package dev.plumbline.api.calendar;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Feeds in PostgreSQL. */
@ApplicationScoped
class FeedRepository {

  private static final int SHOWN = 500;

  private final EntityManager entities;
  private final Tenancy tenancy;

  FeedRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** A feed of whatever organisation that is not revoked: who reads it has not signed in. */
  @Transactional
  Optional<FeedEntity> lookUp(FeedSecret secret) {
    List<?> rows =
        entities
            .createNativeQuery("select * from calendar_feed_of(:hash)", FeedEntity.class)
            .setParameter("hash", secret.hash())
            .getResultList();
    return rows.stream().map(FeedEntity.class::cast).findFirst();
  }

  /** Those in use first, the newest first; at most 500. */
  @Transactional
  List<FeedEntity> list(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from FeedEntity where organisationId = :organisation
            order by case when revokedAt is null then 0 else 1 end, createdAt desc, id""",
            FeedEntity.class)
        .setParameter("organisation", organisation.id())
        .setMaxResults(SHOWN)
        .getResultList();
  }

  @Transactional
  Optional<FeedEntity> find(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from FeedEntity where organisationId = :organisation and id = :id", FeedEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(FeedEntity row) {
    tenancy.enter(new Organisation(row.organisationId));
    entities.persist(row);
  }

  @Transactional
  Instant now() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
