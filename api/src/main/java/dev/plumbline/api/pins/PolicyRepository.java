package dev.plumbline.api.pins;

import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.core.owner.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Policies and waivers in PostgreSQL. */
@ApplicationScoped
class PolicyRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  PolicyRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  @Transactional
  Optional<PolicyEntity> policy(Organisation organisation, Environment environment) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from PolicyEntity
            where organisationId = :organisation and environment = :environment""",
            PolicyEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("environment", environment.label())
        .getResultStream()
        .findFirst();
  }

  void insert(Object row) {
    entities.persist(row);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  /** All that are not revoked, the expired too, the newest first. */
  @Transactional
  List<WaiverEntity> unrevoked(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from WaiverEntity where organisationId = :organisation and revokedAt is null
            order by grantedAt desc""",
            WaiverEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultList();
  }

  /** All of them, by id. */
  @Transactional
  Listed<WaiverEntity> waivers(Organisation organisation, Slice slice) {
    tenancy.enter(organisation);
    List<WaiverEntity> found =
        entities
            .createQuery(
                """
                from WaiverEntity
                where organisationId = :organisation and cast(id as string) > :after
                order by cast(id as string)""",
                WaiverEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("after", slice.from())
            .setMaxResults(slice.read())
            .getResultList();
    return slice.cut(found, row -> row.id.toString());
  }

  @Transactional
  Optional<WaiverEntity> waiver(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from WaiverEntity where organisationId = :organisation and id = :id",
            WaiverEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  long countWaivers(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "select count(*) from WaiverEntity where organisationId = :organisation", Long.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }
}
