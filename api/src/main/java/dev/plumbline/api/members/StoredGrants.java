package dev.plumbline.api.members;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.MemberGrants;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What members may do, as the roles in PostgreSQL say at this moment. */
@ApplicationScoped
class StoredGrants implements MemberGrants {

  private final EntityManager entities;
  private final Tenancy tenancy;

  StoredGrants(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  @Override
  @Transactional
  public Optional<Caller> of(Organisation organisation, UUID member) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from MemberEntity
            where organisationId = :organisation and id = :member and disabledAt is null""",
            MemberEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("member", member)
        .getResultStream()
        .findFirst()
        .map(row -> caller(organisation, row));
  }

  private Caller caller(Organisation organisation, MemberEntity row) {
    return new Caller(
        organisation,
        new Actor(Actor.Kind.MEMBER, row.id.toString(), row.name),
        new Grants(
            row.role().permissionsIn(organisation), permissionsInProjects(organisation, row.id)));
  }

  /** Roles in archived projects allow nothing. */
  private Map<UUID, Set<String>> permissionsInProjects(Organisation organisation, UUID member) {
    Map<UUID, Set<String>> held = new HashMap<>();
    entities
        .createQuery(
            """
            select given from ProjectRoleEntity given
              join ProjectEntity project
                on project.organisationId = given.organisationId and project.id = given.projectId
            where given.organisationId = :organisation and project.archivedAt is null
              and (given.memberId = :member or given.teamId in
                (select inside.teamId from TeamMemberEntity inside
                 where inside.organisationId = :organisation and inside.memberId = :member))""",
            ProjectRoleEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("member", member)
        .getResultStream()
        .forEach(
            given ->
                held.computeIfAbsent(given.projectId, id -> new HashSet<>())
                    .addAll(given.role().permissions()));
    return held;
  }
}
