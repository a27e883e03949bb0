package dev.plumbline.api.deprecations;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an organisation's own sources said, in PostgreSQL. */
@ApplicationScoped
class ObservationRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  ObservationRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** How many there are: rows are only ever added, so another number is another state. */
  @Transactional
  long count(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "select count(*) from ObservationEntity where organisationId = :organisation",
            Long.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }

  /** In the order in which they were recorded. */
  @Transactional
  List<DateClaim> claims(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ObservationEntity where organisationId = :organisation
            order by recordedAt, id""",
            ObservationEntity.class)
        .setParameter("organisation", organisation.id())
        .getResultStream()
        .map(ObservationEntity::toClaim)
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  DateClaim add(Organisation organisation, NewObservation said, Instant moment, String by) {
    ObservationEntity row = new ObservationEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.recordedAt = moment;
    row.recordedBy = by;
    row.take(said);
    entities.persist(row);
    return row.toClaim();
  }

  /** The database's clock, to the microsecond, as rows keep it. */
  @Transactional
  Instant now() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
