package dev.plumbline.api.oidc;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the member whom an ID token means, or makes one. Who is known by issuer and subject stays
 * that member whatever their address; a verified address finds somebody who was invited.
 */
@ApplicationScoped
class OidcMembers {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final boolean rolesFromClaims;
  private final boolean organisationFromClaim;

  OidcMembers(EntityManager entities, Tenancy tenancy, AuditTrail trail, OidcConfig config) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.trail = trail;
    this.rolesFromClaims = !config.roles().isEmpty();
    this.organisationFromClaim = config.organisationClaim().isPresent();
  }

  @Transactional
  SignInOutcome signIn(ClaimedPerson person) {
    Optional<Organisation> organisation = organisationOf(person);
    if (organisation.isEmpty()) {
      return new SignInOutcome.Refused(
          "your account does not say which organisation you belong to; ask whoever runs Plumbline");
    }
    tenancy.enter(organisation.get());
    return bySubject(organisation.get(), person)
        .map(member -> returning(organisation.get(), member, person))
        .orElseGet(() -> unknown(organisation.get(), person));
  }

  private Optional<Organisation> organisationOf(ClaimedPerson person) {
    if (!organisationFromClaim) {
      return Optional.of(Organisation.FIRST);
    }
    return person
        .organisation()
        .flatMap(
            name ->
                entities
                    .createNativeQuery(
                        "select id from organisation_ids() where name = :name", UUID.class)
                    .setParameter("name", name)
                    .getResultStream()
                    .findFirst())
        .map(id -> new Organisation((UUID) id));
  }

  private SignInOutcome returning(
      Organisation organisation, KnownMember member, ClaimedPerson person) {
    if (member.disabled()) {
      return new SignInOutcome.Refused("your account here is disabled; ask an administrator");
    }
    if (rolesFromClaims && person.role().isEmpty()) {
      return noRole();
    }
    update(
        organisation,
        member,
        member.withNameAndRole(person.name(), roleOf(organisation, member, person)));
    return new SignInOutcome.Accepted(organisation, member.id());
  }

  /**
   * The provider's role, where it decides; but an organisation never loses its last one in charge.
   */
  private String roleOf(Organisation organisation, KnownMember member, ClaimedPerson person) {
    String wanted =
        rolesFromClaims ? person.role().map(Role::label).orElse(member.role()) : member.role();
    boolean steppingDown =
        member.role().equals(Role.ADMIN.label()) && !wanted.equals(member.role());
    if (steppingDown && otherAdministrators(organisation, member) == 0) {
      Log.warnf("member %s stays admin: there is no other in the organisation", member.id());
      return member.role();
    }
    return wanted;
  }

  private SignInOutcome unknown(Organisation organisation, ClaimedPerson person) {
    if (person.email().isEmpty()) {
      return new SignInOutcome.Refused(
          "the sign-in provider did not send a verified e-mail address for you");
    }
    Optional<KnownMember> invited = byEmail(organisation, person.email().get());
    if (invited.isPresent()) {
      return invited(organisation, invited.get(), person);
    }
    return person
        .role()
        .map(role -> added(organisation, person, role))
        .orElseGet(OidcMembers::noRole);
  }

  private SignInOutcome invited(
      Organisation organisation, KnownMember member, ClaimedPerson person) {
    int bound =
        entities
            .createNativeQuery(
                """
                update member set issuer = :issuer, subject = :subject
                where organisation_id = :organisation and id = :id and issuer is null""")
            .setParameter("issuer", person.issuer())
            .setParameter("subject", person.subject())
            .setParameter("organisation", organisation.id())
            .setParameter("id", member.id())
            .executeUpdate();
    if (bound == 0) {
      return new SignInOutcome.Refused(
          "your e-mail address belongs to another account of the sign-in provider");
    }
    record(organisation, AuditedChange.of("member.bound", "member", member.id()).to(member));
    return returning(organisation, member, person);
  }

  private SignInOutcome added(Organisation organisation, ClaimedPerson person, Role role) {
    KnownMember member =
        new KnownMember(
            UUID.randomUUID(), person.email().orElseThrow(), person.name(), role.label(), false);
    entities
        .createNativeQuery(
            """
            insert into member (organisation_id, id, email, name, role, issuer, subject)
            values (:organisation, :id, :email, :name, :role, :issuer, :subject)""")
        .setParameter("organisation", organisation.id())
        .setParameter("id", member.id())
        .setParameter("email", member.email())
        .setParameter("name", member.name())
        .setParameter("role", member.role())
        .setParameter("issuer", person.issuer())
        .setParameter("subject", person.subject())
        .executeUpdate();
    record(organisation, AuditedChange.of("member.added", "member", member.id()).to(member));
    return new SignInOutcome.Accepted(organisation, member.id());
  }

  private static SignInOutcome noRole() {
    return new SignInOutcome.Refused(
        "your account has no role in Plumbline; ask an administrator to invite you or to give you one");
  }

  private void update(Organisation organisation, KnownMember before, KnownMember after) {
    if (before.equals(after)) {
      return;
    }
    entities
        .createNativeQuery(
            """
            update member set name = :name, role = :role
            where organisation_id = :organisation and id = :id""")
        .setParameter("name", after.name())
        .setParameter("role", after.role())
        .setParameter("organisation", organisation.id())
        .setParameter("id", after.id())
        .executeUpdate();
    record(
        organisation,
        AuditedChange.of("member.changed", "member", after.id()).from(before).to(after));
  }

  private void record(Organisation organisation, AuditedChange change) {
    trail.record(organisation, Actor.SYSTEM, change);
  }

  private long otherAdministrators(Organisation organisation, KnownMember member) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select count(*) from member
                    where organisation_id = :organisation and role = 'admin'
                      and disabled_at is null and id <> :id""")
                .setParameter("organisation", organisation.id())
                .setParameter("id", member.id())
                .getSingleResult())
        .longValue();
  }

  private Optional<KnownMember> bySubject(Organisation organisation, ClaimedPerson person) {
    return member(
        query("issuer = :issuer and subject = :subject", organisation)
            .setParameter("issuer", person.issuer())
            .setParameter("subject", person.subject()));
  }

  private Optional<KnownMember> byEmail(Organisation organisation, String email) {
    return member(query("email = :email", organisation).setParameter("email", email));
  }

  private Query query(String condition, Organisation organisation) {
    return entities
        .createNativeQuery(
            "select id, email, name, role, disabled_at is not null from member where organisation_id = :organisation and "
                + condition
                + " for update",
            Object[].class)
        .setParameter("organisation", organisation.id());
  }

  private static Optional<KnownMember> member(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new KnownMember(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (Boolean) row[4]))
        .findFirst();
  }
}
