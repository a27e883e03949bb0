package dev.plumbline.api.members;

import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Rows;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Projects in PostgreSQL. */
@ApplicationScoped
class ProjectRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Rows<ProjectEntity> rows;

  ProjectRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.rows = new Rows<>(entities, tenancy, ProjectEntity.class, "name", row -> row.name);
  }

  @Transactional
  Listed<ProjectEntity> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice);
  }

  /** Only those of the ids, for a caller who sees no others. */
  @Transactional
  Listed<ProjectEntity> list(Organisation organisation, Collection<UUID> ids, Slice slice) {
    return rows.list(organisation, ids, slice);
  }

  @Transactional
  Optional<ProjectEntity> find(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  @Transactional
  long count(Organisation organisation) {
    return rows.count(organisation);
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
    UniqueKeys.store(entities, row, taken(name));
    return row;
  }

  /** Writes what is different about a row of the current transaction. */
  @Transactional
  void update(ProjectEntity row) {
    UniqueKeys.check(entities::flush, taken(row.name));
  }

  private static ProblemException taken(String name) {
    return Refusals.conflict("there is a project named " + name, "choose another name");
  }
}
