package dev.plumbline.api.prices;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.time.DayRange;
import dev.plumbline.pricing.override.PriceOverride;
import dev.plumbline.pricing.override.PriceOverrides;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Own prices in PostgreSQL. */
@ApplicationScoped
class OverrideRepository {

  /** SQLSTATE of an exclusion constraint; the driver does not name the constraint. */
  private static final String OVERLAP = "23P01";

  private final EntityManager entities;
  private final Tenancy tenancy;

  OverrideRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Something that is different after any change to own prices of the organisation. */
  @Transactional
  String revision(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createNativeQuery(
            """
            select concat_ws(' ', count(*), max(recorded_at), count(superseded_at),
              max(superseded_at))
            from price_override where organisation_id = :organisation""",
            String.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult()
        .toString();
  }

  @Transactional
  PriceOverrides believed(Organisation organisation) {
    return PriceOverrides.of(
        believed("", organisation)
            .getResultStream()
            .map(PriceOverrideEntity::toPriceOverride)
            .toList());
  }

  @Transactional
  long count(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            select count(*) from PriceOverrideEntity
            where organisationId = :organisation and supersededAt is null""",
            Long.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }

  /** What is believed now, ended ones included: they still price the past. */
  @Transactional
  List<PriceOverrideEntity> list(Organisation organisation, Pages pages) {
    return believed("", organisation)
        .setFirstResult(Math.multiplyExact(pages.page(), pages.size()))
        .setMaxResults(pages.size())
        .getResultList();
  }

  @Transactional
  Optional<PriceOverrideEntity> find(Organisation organisation, UUID id) {
    return believed("and id = :id ", organisation)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  private TypedQuery<PriceOverrideEntity> believed(String condition, Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from PriceOverrideEntity where organisationId = :organisation and supersededAt is null "
                + condition
                + "order by recordedAt, id",
            PriceOverrideEntity.class)
        .setParameter("organisation", organisation.id());
  }

  /**
   * Stores a new one.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when one with the same scope and days is
   *     there
   */
  @Transactional
  PriceOverrideEntity add(Organisation organisation, PriceOverride override) {
    tenancy.enter(organisation);
    return insert(organisation, UUID.randomUUID(), override, databaseTime());
  }

  /**
   * Ends one: from that day on the list price holds again. Days before keep the own price.
   *
   * @return false when there is none of that id
   */
  @Transactional
  boolean end(Organisation organisation, UUID id, LocalDate day) {
    Optional<PriceOverrideEntity> found = find(organisation, id);
    if (found.isEmpty()) {
      return false;
    }
    PriceOverrideEntity open = found.get();
    if (open.validTo != null && !open.validTo.isAfter(day)) {
      return true; // over already
    }
    Instant moment = databaseTime();
    open.supersededAt = moment;
    entities.flush();
    if (open.validFrom == null || open.validFrom.isBefore(day)) {
      insert(organisation, id, until(open.toPriceOverride(), day), moment);
    }
    return true;
  }

  private static PriceOverride until(PriceOverride override, LocalDate day) {
    return new PriceOverride(
        override.name(),
        override.scope(),
        override.adjustment(),
        new DayRange(override.validity().from(), Optional.of(day)),
        override.reason());
  }

  private PriceOverrideEntity insert(
      Organisation organisation, UUID id, PriceOverride override, Instant moment) {
    PriceOverrideEntity row = new PriceOverrideEntity();
    row.organisationId = organisation.id();
    row.id = id;
    row.recordedAt = moment;
    row.take(override);
    try {
      entities.persist(row);
      entities.flush();
    } catch (ConstraintViolationException e) {
      if (OVERLAP.equals(e.getSQLState())) {
        throw Problem.of(ErrorCode.CONFLICT, "there is an override for the same prices and days")
            .withRemedy("end that one first, or choose other days or a narrower scope")
            .asException();
      }
      throw e;
    }
    return row;
  }

  private Instant databaseTime() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
