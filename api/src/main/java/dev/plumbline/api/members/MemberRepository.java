package dev.plumbline.api.members;

import dev.plumbline.api.identity.Role;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Rows;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.lists.UniqueKeys;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Members in PostgreSQL. */
@ApplicationScoped
class MemberRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final Rows<MemberEntity> rows;

  MemberRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.rows = new Rows<>(entities, tenancy, MemberEntity.class, "email", row -> row.email);
  }

  @Transactional
  Listed<MemberEntity> list(Organisation organisation, Slice slice) {
    return rows.list(organisation, slice);
  }

  @Transactional
  Listed<MemberEntity> ofTeam(Organisation organisation, UUID team, Slice slice) {
    tenancy.enter(organisation);
    List<MemberEntity> found =
        entities
            .createQuery(
                """
                select member from MemberEntity member
                  join TeamMemberEntity inside
                    on inside.organisationId = member.organisationId and inside.memberId = member.id
                where member.organisationId = :organisation and inside.teamId = :team
                  and member.email > :after
                order by member.email""",
                MemberEntity.class)
            .setParameter("organisation", organisation.id())
            .setParameter("team", team)
            .setParameter("after", slice.from())
            .setMaxResults(slice.read())
            .getResultList();
    return slice.cut(found, row -> row.email);
  }

  /** Only whether there is a password or a provider's name for them leaves the database. */
  @Transactional
  Map<UUID, String> signInWays(Organisation organisation, Collection<UUID> ids) {
    tenancy.enter(organisation);
    List<?> found =
        entities
            .createNativeQuery(
                """
                select id, concat_ws(', ', case when password_hash is not null then 'password' end,
                    case when issuer is not null then 'provider' end)
                from member where organisation_id = :organisation and id in (:ids)""",
                Object[].class)
            .setParameter("organisation", organisation.id())
            .setParameter("ids", ids)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  @Transactional
  Optional<MemberEntity> find(Organisation organisation, UUID id) {
    return rows.find(organisation, id);
  }

  @Transactional
  long count(Organisation organisation) {
    return rows.count(organisation);
  }

  /** Whether somebody else can still administer the organisation. */
  @Transactional
  boolean hasAdministratorBeside(Organisation organisation, UUID member) {
    tenancy.enter(organisation);
    return !entities
        .createQuery(
            """
            select id from MemberEntity where organisationId = :organisation and id <> :member
              and role = :role and disabledAt is null""",
            UUID.class)
        .setParameter("organisation", organisation.id())
        .setParameter("member", member)
        .setParameter("role", Role.ADMIN.label())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Stores a new one.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 when the email is a member's already
   */
  @Transactional
  MemberEntity add(Organisation organisation, NewMember member) {
    tenancy.enter(organisation);
    MemberEntity row = new MemberEntity();
    row.organisationId = organisation.id();
    row.id = UUID.randomUUID();
    row.email = member.email().text();
    row.name = member.name();
    row.role = member.role().label();
    UniqueKeys.store(
        entities,
        row,
        Refusals.conflict(
            "there is a member with the email " + row.email,
            "change that one, or make a new sign-in link for it"));
    return row;
  }
}
