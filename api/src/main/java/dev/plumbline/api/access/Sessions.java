package dev.plumbline.api.access;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.MemberGrants;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Sessions in PostgreSQL: every replica knows them, and ends them for all. */
@ApplicationScoped
public class Sessions {

  private final Session entities;
  private final Tenancy tenancy;
  private final MemberGrants grants;
  private final RememberedSessions remembered;
  private final AccessConfig config;

  Sessions(
      Session entities,
      Tenancy tenancy,
      MemberGrants grants,
      RememberedSessions remembered,
      AccessConfig config) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.grants = grants;
    this.remembered = remembered;
    this.config = config;
  }

  private record Row(Organisation organisation, UUID member, SignInWay way, boolean unseen) {}

  /** The session of that cookie, unless it has ended or its member may no longer come in. */
  @Transactional
  Optional<OpenSession> find(SessionId id) {
    Optional<OpenSession> known = remembered.find(id);
    if (known.isPresent()) {
      return known;
    }
    Optional<OpenSession> found = row(id).flatMap(row -> open(id, row));
    found.ifPresent(remembered::remember);
    return found;
  }

  private Optional<OpenSession> open(SessionId id, Row row) {
    Optional<Caller> caller = grants.of(row.organisation(), row.member());
    if (caller.isEmpty()) {
      return Optional.empty();
    }
    tenancy.enter(row.organisation());
    if (row.unseen()) {
      see(id, row.organisation());
    }
    return Optional.of(new OpenSession(id, caller.get(), row.way(), nameOf(row.organisation())));
  }

  private Optional<Row> row(SessionId id) {
    return entities
        .createNativeQuery(
            """
            select organisation_id, member_id, way,
              last_seen_at < clock_timestamp() - interval '1 minute'
            from session_of(:hash)
            where ended_at is null and expires_at > clock_timestamp()
              and last_seen_at > clock_timestamp() - make_interval(secs => :idle)""",
            Object[].class)
        .setParameter("hash", id.hash())
        .setParameter("idle", (double) config.sessionIdle().toSeconds())
        .getResultStream()
        .map(
            row ->
                new Row(
                    new Organisation((UUID) row[0]),
                    (UUID) row[1],
                    SignInWay.ofLabel((String) row[2]),
                    (Boolean) row[3]))
        .findFirst();
  }

  private void see(SessionId id, Organisation organisation) {
    entities
        .createNativeQuery(
            """
            update session set last_seen_at = clock_timestamp()
            where organisation_id = :organisation and id_hash = :hash""")
        .setParameter("organisation", organisation.id())
        .setParameter("hash", id.hash())
        .executeUpdate();
  }

  private String nameOf(Organisation organisation) {
    return entities
        .createNativeQuery("select name from organisation where id = :organisation", String.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }
}
