package dev.plumbline.api.access;

import dev.plumbline.api.identity.SignInLinks;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** One-time links: good once, for a day, and of each member only the latest. */
@ApplicationScoped
class SignInCodes implements SignInLinks {

  static final String PATH = "/sign-in/code";
  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Session entities;
  private final Tenancy tenancy;
  private final Sessions sessions;
  private final BaseUrl base;

  SignInCodes(Session entities, Tenancy tenancy, Sessions sessions, BaseUrl base) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.sessions = sessions;
    this.base = base;
  }

  @Override
  @Transactional
  public String make(Organisation organisation, UUID member) {
    tenancy.enter(organisation);
    entities
        .createNativeQuery(
            """
            delete from sign_in_code
            where organisation_id = :organisation and member_id = :member and used_at is null""")
        .setParameter("organisation", organisation.id())
        .setParameter("member", member)
        .executeUpdate();
    String secret = Secrets.random();
    entities
        .createNativeQuery(
            """
            insert into sign_in_code (organisation_id, id, member_id, code_hash, expires_at)
            values (:organisation, :id, :member, :hash,
              clock_timestamp() + make_interval(secs => :lifetime))""")
        .setParameter("organisation", organisation.id())
        .setParameter("id", UUID.randomUUID())
        .setParameter("member", member)
        .setParameter("hash", Secrets.sha256(secret))
        .setParameter("lifetime", (double) LIFETIME.toSeconds())
        .executeUpdate();
    return base.of(PATH + "?code=" + secret);
  }

  /** Whom a code signs in, as long as it is good. */
  @Transactional
  Optional<Invited> find(String code) {
    return owner(code).flatMap(this::named);
  }

  /**
   * Uses a code up and begins a session.
   *
   * @return the session's cookie; empty when the code is not good, or no longer
   */
  @Transactional
  Optional<NewCookie> use(String code) {
    return owner(code)
        .filter(this::takes)
        .map(owner -> sessions.begin(owner.organisation(), owner.member(), SignInWay.LINK));
  }

  private record Owner(Organisation organisation, UUID id, UUID member) {}

  private Optional<Owner> owner(String code) {
    if (!Secrets.hasShape(code)) {
      return Optional.empty();
    }
    return entities
        .createNativeQuery(
            """
            select organisation_id, id, member_id from sign_in_code_of(:hash)
            where used_at is null and expires_at > clock_timestamp()""",
            Object[].class)
        .setParameter("hash", Secrets.sha256(code))
        .getResultStream()
        .map(row -> new Owner(new Organisation((UUID) row[0]), (UUID) row[1], (UUID) row[2]))
        .findFirst();
  }

  private Optional<Invited> named(Owner owner) {
    tenancy.enter(owner.organisation());
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select member.email, member.name, organisation.name
                from member join organisation on organisation.id = member.organisation_id
                where member.organisation_id = :organisation and member.id = :member
                  and member.disabled_at is null""",
                Object[].class)
            .setParameter("organisation", owner.organisation().id())
            .setParameter("member", owner.member())
            .getResultList();
    return rows.stream()
        .map(row -> new Invited((String) row[0], (String) row[1], (String) row[2]))
        .findFirst();
  }

  /** In one statement, so that of two at the same moment one is too late. */
  private boolean takes(Owner owner) {
    tenancy.enter(owner.organisation());
    return entities
            .createNativeQuery(
                """
                update sign_in_code set used_at = clock_timestamp()
                where organisation_id = :organisation and id = :id and used_at is null""")
            .setParameter("organisation", owner.organisation().id())
            .setParameter("id", owner.id())
            .executeUpdate()
        == 1;
  }
}
