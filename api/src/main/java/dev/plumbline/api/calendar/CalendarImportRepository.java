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

/** Documents that were brought, in PostgreSQL. */
@ApplicationScoped
class CalendarImportRepository {

  private static final int SHOWN = 200;

  private final EntityManager entities;
  private final Tenancy tenancy;

  CalendarImportRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** The open ones first, then the newest; at most 200. */
  @Transactional
  List<ImportEntity> list(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ImportEntity where organisationId = :organisation
            order by case when state = 'open' then 0 else 1 end, uploadedAt desc, id""",
            ImportEntity.class)
        .setParameter("organisation", organisation.id())
        .setMaxResults(SHOWN)
        .getResultList();
  }

  @Transactional
  Optional<ImportEntity> find(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from ImportEntity where organisationId = :organisation and id = :id",
            ImportEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  List<ImportEntity> open(Organisation organisation) {
    return list(organisation).stream().filter(ImportEntity::isOpen).toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(ImportEntity row) {
    tenancy.enter(new Organisation(row.organisationId));
    entities.persist(row);
  }

  /** When something was approved last. */
  @Transactional
  Optional<Instant> lastApproved(Organisation organisation) {
    tenancy.enter(organisation);
    return Optional.ofNullable(
        entities
            .createQuery(
                """
                select max(decidedAt) from ImportEntity
                where organisationId = :organisation and state = 'approved'""",
                Instant.class)
            .setParameter("organisation", organisation.id())
            .getSingleResult());
  }

  @Transactional
  Instant now() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
