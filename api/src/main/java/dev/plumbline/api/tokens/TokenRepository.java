package dev.plumbline.api.tokens;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Tokens in PostgreSQL. */
@ApplicationScoped
class TokenRepository {

  private final EntityManager entities;
  private final Tenancy tenancy;

  TokenRepository(EntityManager entities, Tenancy tenancy) {
    this.entities = entities;
    this.tenancy = tenancy;
  }

  /** A token of whatever organisation: who sends it is not known yet. */
  @Transactional
  Optional<KnownToken> lookUp(String id) {
    Stream<?> rows =
        entities
            .createNativeQuery("select * from token_of(:id)", TokenEntity.class)
            .setParameter("id", id)
            .getResultStream();
    return rows.map(TokenEntity.class::cast)
        .map(row -> new KnownToken(row.toStoredToken(), row.secretHash))
        .findFirst();
  }

  /**
   * Notes that it is in use, unless that was noted within the last minute by us or by another
   * instance. Nobody waits for a row that somebody else is changing.
   */
  @Transactional
  void touch(StoredToken token) {
    tenancy.enter(token.organisation());
    entities
        .createNativeQuery(
            """
            update access_token set last_used_at = clock_timestamp()
            where (organisation_id, id) in (
              select organisation_id, id from access_token
              where organisation_id = :organisation and id = :id
                and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')
              for update skip locked)""")
        .setParameter("organisation", token.organisation().id())
        .setParameter("id", token.id())
        .executeUpdate();
  }

  @Transactional
  Optional<StoredToken> find(Organisation organisation, String id) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            "from TokenEntity where organisationId = :organisation and id = :id", TokenEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(TokenEntity::toStoredToken);
  }

  /**
   * Newest first, one more than the limit when there is more.
   *
   * @param projects only tokens of these; empty for all
   */
  @Transactional
  List<StoredToken> list(
      Organisation organisation, Optional<List<UUID>> projects, TokenSlice slice) {
    tenancy.enter(organisation);
    return entities
        .createQuery(
            """
            from TokenEntity t where t.organisationId = :organisation
              and (:all = true or t.projectId in (:projects))
              and (:after is null or exists (
                select 1 from TokenEntity seen
                where seen.organisationId = :organisation and seen.id = :after
                  and (t.createdAt < seen.createdAt
                    or t.createdAt = seen.createdAt and t.id > seen.id)))
            order by t.createdAt desc, t.id""",
            TokenEntity.class)
        .setParameter("organisation", organisation.id())
        .setParameter("all", projects.isEmpty())
        .setParameter("projects", projects.orElse(List.of()))
        .setParameter("after", slice.after().orElse(null))
        .setMaxResults(slice.limit() + 1)
        .getResultStream()
        .map(TokenEntity::toStoredToken)
        .toList();
  }

  @Transactional
  void add(StoredToken token, byte[] secretHash) {
    tenancy.enter(token.organisation());
    entities.persist(TokenEntity.of(token, secretHash));
  }

  /** False when somebody else has revoked it in between. */
  @Transactional
  boolean revoke(StoredToken token, Instant moment) {
    tenancy.enter(token.organisation());
    return entities
            .createQuery(
                """
                update TokenEntity set revokedAt = :moment
                where organisationId = :organisation and id = :id and revokedAt is null""")
            .setParameter("moment", moment)
            .setParameter("organisation", token.organisation().id())
            .setParameter("id", token.id())
            .executeUpdate()
        == 1;
  }

  /** Whether the organisation has such a project that is not archived. */
  @Transactional
  boolean hasProject(Organisation organisation, UUID project) {
    tenancy.enter(organisation);
    return !entities
        .createNativeQuery(
            """
            select 1 from project
            where organisation_id = :organisation and id = :project and archived_at is null""",
            Integer.class)
        .setParameter("organisation", organisation.id())
        .setParameter("project", project)
        .getResultList()
        .isEmpty();
  }

  /** The database's clock, by which tokens begin and end. */
  @Transactional
  Instant now() {
    return (Instant)
        entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
