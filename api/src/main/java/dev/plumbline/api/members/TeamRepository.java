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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Teams, and who is in them, in PostgreSQL. */
@ApplicationScoped
class TeamRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Rows<TeamEntity> rows;

  TeamRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.rows = new Rows<>(entities, tenancy, TeamEntity.class, "name", row -> row.name);
  }

  @Transactional
  Listed<TeamEntity> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice);
  }

  @Transactional
  Optional<TeamEntity> find(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  @Transactional
  long count(Organisation organisation) {
    return rows.count(organisation);
  }

  /**
   * Stores a new one.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when another team has the name
   */
  @Transactional
  TeamEntity add(Organisation organisation, String name) {
    tenancy.enter(organisation);
    TeamEntity row = new TeamEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.name = name;
    UniqueKeys.store(entities, row, taken(name));
    return row;
  }

  @Transactional
  void rename(TeamEntity row, String name) {
    row.name = name;
    UniqueKeys.check(entities::flush, taken(name));
  }

  private static ProblemException taken(String name) {
    return Refusals.conflict("there is a team named " + name, "choose another name");
  }

  /** With it go its members' places in it and its roles in projects. */
  @Transactional
  void delete(Organisation organisation, UUID id) {
    tenancy.enter(organisation);
    entities
        .createQuery("delete from TeamEntity where organisationId = :organisation and id = :id")
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .executeUpdate();
  }

  @Transactional
  List<UUID> membersOf(Organisation organisation, UUID team) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            select memberId from TeamMemberEntity
            where organisationId = :organisation and teamId = :team order by memberId""",
            UUID.class)
        .setParameter("organisation", organisation.id())
        .setParameter("team", team)
        .getResultList();
  }

  /** Tells whether that changed anything. */
  @Transactional
  boolean putIn(Organisation organisation, UUID team, UUID member) {
    tenancy.enter(organisation);
    return entities
            .createNativeQuery(
                """
                insert into team_member (organisation_id, team_id, member_id)
                values (:organisation, :team, :member) on conflict do nothing""")
            .setParameter("organisation", organisation.id())
            .setParameter("team", team)
            .setParameter("member", member)
            .executeUpdate()
        > 0;
  }

  /** Tells whether that changed anything. */
  @Transactional
  boolean takeOut(Organisation organisation, UUID team, UUID member) {
    tenancy.enter(organisation);
    return entities
            .createQuery(
                """
                delete from TeamMemberEntity where organisationId = :organisation
                  and teamId = :team and memberId = :member""")
            .setParameter("organisation", organisation.id())
            .setParameter("team", team)
            .setParameter("member", member)
            .executeUpdate()
        > 0;
  }
}
