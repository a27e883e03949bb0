package dev.plumbline.api.access;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.MemberGrants;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private final AuditTrail trail;

  Sessions(
      Session entities,
      Tenancy tenancy,
      MemberGrants grants,
      RememberedSessions remembered,
      AccessConfig config,
      AuditTrail trail) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.grants = grants;
    this.remembered = remembered;
    this.config = config;
    this.trail = trail;
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

  /**
   * Begins a session with an id that nobody can have planted, because every sign-in makes a new
   * one.
   *
   * @return the cookie that carries it
   * @throws dev.plumbline.api.problem.ProblemException 403 when the member may not come in
   */
  @Transactional
  public NewCookie begin(Organisation organisation, UUID member, SignInWay way) {
    Caller caller =
        grants
            .of(organisation, member)
            .orElseThrow(
                () ->
                    Problem.of(ErrorCode.FORBIDDEN, "this account is disabled")
                        .withRemedy("ask an administrator of your organisation")
                        .asException());
    SessionId id = SessionId.random();
    tenancy.enter(organisation);
    entities
        .createNativeQuery(
            """
            insert into session (organisation_id, id_hash, member_id, way, expires_at)
            values (:organisation, :hash, :member, :way,
              clock_timestamp() + make_interval(secs => :absolute))""")
        .setParameter("organisation", organisation.id())
        .setParameter("hash", id.hash())
        .setParameter("member", member)
        .setParameter("way", way.label())
        .setParameter("absolute", (double) config.sessionAbsolute().toSeconds())
        .executeUpdate();
    trail.record(
        organisation,
        caller.actor(),
        AuditedChange.of("session.began", "session", id.publicId()).to(Map.of("way", way.label())));
    return SessionCookie.holding(id);
  }

  /** Those of one member that are open, the latest first. */
  @Transactional
  List<SessionView> of(Caller caller) {
    tenancy.enter(caller.organisation());
    return entities
        .createNativeQuery(
            """
            select id_hash, way, created_at, last_seen_at, expires_at from session
            where organisation_id = :organisation and member_id = :member and ended_at is null
              and expires_at > clock_timestamp()
              and last_seen_at > clock_timestamp() - make_interval(secs => :idle)
            order by last_seen_at desc limit 100""",
            Object[].class)
        .setParameter("organisation", caller.organisation().id())
        .setParameter("member", UUID.fromString(caller.actor().id()))
        .setParameter("idle", (double) config.sessionIdle().toSeconds())
        .getResultStream()
        .map(
            row ->
                new SessionView(
                    SessionId.publicId((byte[]) row[0]),
                    (String) row[1],
                    (Instant) row[2],
                    (Instant) row[3],
                    (Instant) row[4]))
        .toList();
  }

  /**
   * Ends one of the caller's own.
   *
   * @param publicId as lists show it
   * @return false when there is no such open session
   */
  @Transactional
  boolean end(Caller caller, String publicId) {
    return end(caller, "left(encode(id_hash, 'hex'), 32) = :id", publicId);
  }

  /** Ends all of the caller's own but one. */
  @Transactional
  void endOthers(Caller caller, SessionId kept) {
    end(caller, "left(encode(id_hash, 'hex'), 32) <> :id", kept.publicId());
  }

  private boolean end(Caller caller, String which, String publicId) {
    tenancy.enter(caller.organisation());
    List<?> ended =
        entities
            .createNativeQuery(
                """
                update session set ended_at = clock_timestamp()
                where organisation_id = :organisation and member_id = :member
                  and ended_at is null and\s"""
                    + which
                    + " returning id_hash",
                byte[].class)
            .setParameter("organisation", caller.organisation().id())
            .setParameter("member", UUID.fromString(caller.actor().id()))
            .setParameter("id", publicId)
            .getResultList();
    ended.forEach(hash -> recordEnd(caller, (byte[]) hash));
    remembered.forgetOf(UUID.fromString(caller.actor().id()));
    return !ended.isEmpty();
  }

  private void recordEnd(Caller caller, byte[] hash) {
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("session.ended", "session", SessionId.publicId(hash)));
  }

  private String nameOf(Organisation organisation) {
    return entities
        .createNativeQuery("select name from organisation where id = :organisation", String.class)
        .setParameter("organisation", organisation.id())
        .getSingleResult();
  }
}
