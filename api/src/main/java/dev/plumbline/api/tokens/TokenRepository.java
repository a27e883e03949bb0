package dev.plumbline.api.tokens;

import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
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
}
