package dev.plumbline.api.access;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Members with a password of their own. */
@ApplicationScoped
class LocalAccounts {

  private final Session entities;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  LocalAccounts(Session entities, Tenancy tenancy, AuditTrail trail) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  /**
   * One member of an organisation.
   *
   * @param passwordHash empty until a password is chosen
   */
  record Account(
      Organisation organisation,
      String organisationName,
      UUID member,
      String email,
      String name,
      Optional<String> passwordHash) {

    Actor actor() {
      return new Actor(Actor.Kind.MEMBER, member.toString(), name);
    }

    @Override
    public String toString() {
      return "account of member " + member;
    }
  }

  /** Those of an address, in every organisation that has invited it. */
  @Transactional
  List<Account> of(String email) {
    return entities
        .createNativeQuery(
            """
            select m.organisation_id, o.name, m.id, m.email, m.name, m.password_hash
            from members_by_email(:email) m join organisation_ids() o on o.id = m.organisation_id""",
            Object[].class)
        .setParameter("email", email)
        .getResultStream()
        .map(row -> account(row))
        .toList();
  }

  @Transactional
  Account of(Caller caller) {
    tenancy.enter(caller.organisation());
    Object[] row =
        entities
            .createNativeQuery(
                """
                select m.organisation_id, o.name, m.id, m.email, m.name, m.password_hash
                from member m join organisation o on o.id = m.organisation_id
                where m.organisation_id = :organisation and m.id = :member""",
                Object[].class)
            .setParameter("organisation", caller.organisation().id())
            .setParameter("member", UUID.fromString(caller.actor().id()))
            .getSingleResult();
    return account(row);
  }

  private static Account account(Object[] row) {
    return new Account(
        new Organisation((UUID) row[0]),
        (String) row[1],
        (UUID) row[2],
        (String) row[3],
        (String) row[4],
        Optional.ofNullable((String) row[5]));
  }

  /** Stores the hash of a new password. */
  @Transactional
  void setPassword(Account account, String hash) {
    tenancy.enter(account.organisation());
    entities
        .createNativeQuery(
            """
            update member set password_hash = :hash
            where organisation_id = :organisation and id = :member and disabled_at is null""")
        .setParameter("hash", hash)
        .setParameter("organisation", account.organisation().id())
        .setParameter("member", account.member())
        .executeUpdate();
    record(account, "password.changed");
  }

  @Transactional
  void recordFailure(Account account) {
    record(account, "sign-in.failed");
  }

  private void record(Account account, String action) {
    trail.record(
        account.organisation(),
        account.actor(),
        AuditedChange.of(action, "member", account.member()));
  }
}
