package dev.plumbline.api.access;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The way in while there is none: an administrator of the first organisation without a password and
 * without an account at a provider gets a one-time link at every start.
 */
@ApplicationScoped
class FirstAdministrator {

  private static final String EMAIL = "admin@localhost";

  private final Session entities;
  private final Tenancy tenancy;
  private final SignInCodes codes;
  private final AuditTrail trail;

  FirstAdministrator(Session entities, Tenancy tenancy, SignInCodes codes, AuditTrail trail) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.codes = codes;
    this.trail = trail;
  }

  /** A new link, unless some administrator can come in without one. */
  @Transactional
  Optional<FirstLink> link() {
    tenancy.enter(Organisation.FIRST);
    if (somebodyCanSignIn()) {
      return Optional.empty();
    }
    UUID member = waiting().orElseGet(this::added);
    FirstLink link = new FirstLink(codes.make(Organisation.FIRST, member));
    trail.record(
        Organisation.FIRST,
        Actor.SYSTEM,
        AuditedChange.of("sign-in-link.printed", "member", member));
    return Optional.of(link);
  }

  private boolean somebodyCanSignIn() {
    return entities
        .createNativeQuery(
            """
                select exists (select 1 from member where organisation_id = :organisation
                  and role = 'admin' and disabled_at is null
                  and (password_hash is not null or issuer is not null))""",
            Boolean.class)
        .setParameter("organisation", Organisation.FIRST.id())
        .getSingleResult();
  }

  private Optional<UUID> waiting() {
    List<UUID> rows =
        entities
            .createNativeQuery(
                """
                select id from member where organisation_id = :organisation
                  and role = 'admin' and disabled_at is null
                order by created_at, id limit 1""",
                UUID.class)
            .setParameter("organisation", Organisation.FIRST.id())
            .getResultList();
    return rows.stream().findFirst();
  }

  private UUID added() {
    UUID id = UUID.randomUUID();
    entities
        .createNativeQuery(
            """
            insert into member (organisation_id, id, email, name, role)
            values (:organisation, :id, :email, :name, :role)""")
        .setParameter("organisation", Organisation.FIRST.id())
        .setParameter("id", id)
        .setParameter("email", EMAIL)
        .setParameter("name", "Administrator")
        .setParameter("role", Role.ADMIN.label())
        .executeUpdate();
    trail.record(
        Organisation.FIRST,
        Actor.SYSTEM,
        AuditedChange.of("member.added", "member", id)
            .to(Map.of("email", EMAIL, "role", Role.ADMIN.label())));
    return id;
  }
}
