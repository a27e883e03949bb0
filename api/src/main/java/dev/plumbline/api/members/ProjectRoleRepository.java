package dev.plumbline.api.members;

import dev.plumbline.api.identity.Role;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Roles in projects in PostgreSQL. */
@ApplicationScoped
class ProjectRoleRepository {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final EntityManager entities;
  private final Tenancy tenancy;

  ProjectRoleRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** Sorted by id: they have no name of their own. */
  @Transactional
  Listed<ProjectRoleEntity> list(Organisation organisation, UUID project, Slice slice) {
    tenancy.enter(organisation);
    List<ProjectRoleEntity> found =
        entities
            .createQuery(
                """
                from ProjectRoleEntity where organisationId = :organisation
                  and projectId = :project and id > :after order by id""",
                ProjectRoleEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("project", project)
            .setParameter(
                "after", slice.after().map(id -> Given.id("after", id)).orElse(BEFORE_ALL))
            .setMaxResults(slice.read())
            .getResultList();
    return slice.cut(found, row -> row.id.toString());
  }

  @Transactional
  List<ProjectRoleEntity> ofTeam(Organisation organisation, UUID team) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from ProjectRoleEntity where organisationId = :organisation and teamId = :team",
            ProjectRoleEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("team", team)
        .getResultList();
  }

  @Transactional
  Optional<ProjectRoleEntity> find(Organisation organisation, UUID project, UUID id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from ProjectRoleEntity where organisationId = :organisation
              and projectId = :project and id = :id""",
            ProjectRoleEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("project", project)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  long count(Organisation organisation, UUID project) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            select count(*) from ProjectRoleEntity
            where organisationId = :organisation and projectId = :project""",
            Long.class)
        .setParameter("organisation", organisation.id())
        .setParameter("project", project)
        .getSingleResult();
  }

  /**
   * Gives a role.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when the holder has one there already
   */
  @Transactional
  ProjectRoleEntity add(Organisation organisation, UUID project, RoleHolder holder, Role role) {
    tenancy.enter(organisation);
    ProjectRoleEntity row = new ProjectRoleEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.projectId = project;
    row.memberId = holder.member().orElse(null);
    row.teamId = holder.team().orElse(null);
    row.role = role.label();
    UniqueKeys.check(
        () -> {
          entities.persist(row);
          entities.flush();
        },
        Refusals.conflict("there is a role for this holder in this project", "change that one"));
    return row;
  }

  @Transactional
  void delete(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    entities
        .createQuery(
            "delete from ProjectRoleEntity where organisationId = :organisation and id = :id")
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .executeUpdate();
  }
}
