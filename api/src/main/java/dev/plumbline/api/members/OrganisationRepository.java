package dev.plumbline.api.members;

import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Organisations in PostgreSQL. */
@ApplicationScoped
class OrganisationRepository {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final EntityManager entities;
  private final Tenancy tenancy;

  OrganisationRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  @Transactional
  OrganisationEntity get(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery("from OrganisationEntity where id = :organisation", OrganisationEntity.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }

  @Transactional
  OrganisationEntity add(Organisation organisation, String name) {
    tenancy.enter(organisation);
    OrganisationEntity row = new OrganisationEntity();
    row.id = organisation.id();
    row.name = name;
    UniqueKeys.store(entities, row, taken(name));
    return row;
  }

  /**
   * Renames; sign-in goes by names, so two never share one.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when another has the name
   */
  @Transactional
  void rename(OrganisationEntity row, String name) {
    row.name = name;
    UniqueKeys.check(entities::flush, taken(name));
  }

  private static ProblemException taken(String name) {
    return Refusals.conflict("there is an organisation named " + name, "choose another name");
  }

  /** Id and name of every organisation, which no other query can see; by id. */
  @Transactional
  Listed<OrganisationName> names(Slice slice) {
    List<Object[]> found =
        entities
            .createNativeQuery(
                "select id, name from organisation_ids() where id > :after order by id",
                Object[].class)
            .setParameter(
                "after", slice.after().map(id -> Given.id("after", id)).orElse(BEFORE_ALL))
            .setMaxResults(slice.read())
            .getResultList();
    return slice.cut(
        found.stream().map(row -> new OrganisationName((UUID) row[0], (String) row[1])).toList(),
        row -> row.id().toString());
  }

  @Transactional
  long count() {
    return (long)
        entities
            .createNativeQuery("select count(*) from organisation_ids()", Long.class)
            .getSingleResult();
  }

  @Transactional
  boolean isTaken(String name) {
    return (boolean)
        entities
            .createNativeQuery(
                "select exists (select 1 from organisation_ids() where lower(name) = lower(:name))",
                Boolean.class)
            .setParameter("name", name)
            .getSingleResult();
  }
}
