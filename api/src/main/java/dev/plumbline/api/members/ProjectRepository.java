package dev.plumbline.api.members;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Projects in PostgreSQL. */
@ApplicationScoped
class ProjectRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  ProjectRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  @Transactional
  Listed<ProjectEntity> list(Organisation organisation, Slice slice) {
    tenancy.enter(organisation);
    List<ProjectEntity> found =
        entities
            .createQuery(
                """
                from ProjectEntity where organisationId = :organisation and name > :after
                order by name""",
                ProjectEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("after", slice.from())
            .setMaxResults(slice.read())
            .getResultList();
    return slice.cut(found, row -> row.name);
  }

  /** Only those of the ids, for a caller who sees no others. */
  @Transactional
  Listed<ProjectEntity> list(Organisation organisation, Collection<UUID> ids, Slice slice) {
    tenancy.enter(organisation);
    List<ProjectEntity> found =
        entities
            .createQuery(
                """
                from ProjectEntity where organisationId = :organisation and id in (:ids)
                  and name > :after order by name""",
                ProjectEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("ids", ids)
            .setParameter("after", slice.from())
            .setMaxResults(slice.read())
            .getResultList();
    return slice.cut(found, row -> row.name);
  }

  @Transactional
  Optional<ProjectEntity> find(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from ProjectEntity where organisationId = :organisation and id = :id",
            ProjectEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  long count(Organisation organisation) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "select count(*) from ProjectEntity where organisationId = :organisation", Long.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }

  /**
   * Stores a new one.
   *
   * @throws ProblemException 409 when another project has the name
   */
  @Transactional
  ProjectEntity add(Organisation organisation, String name) {
    tenancy.enter(organisation);
    ProjectEntity row = new ProjectEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.name = name;
    Refusals.unique(
        () -> {
          entities.persist(row);
          entities.flush();
        },
        taken(name));
    return row;
  }

  /** Writes what is different about a row of the current transaction. */
  @Transactional
  void update(ProjectEntity row) {
    Refusals.unique(entities::flush, taken(row.name));
  }

  private static ProblemException taken(String name) {
    return Refusals.conflict("there is a project named " + name, "choose another name");
  }
}
