package dev.plumbline.api.tokens;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What is stored about a caller that the caller does not carry along. */
@ApplicationScoped
class Self {

  private final EntityManager entities;
  private final Tenancy tenancy;
  private final TokenRepository tokens;

  /**
   * @param role of a member in the organisation
   */
  record Known(String organisation, Optional<String> role, Optional<TokenView> token) {}

  Self(EntityManager entities, Tenancy tenancy, TokenRepository tokens) {
    this.entities = entities;
    this.tenancy = tenancy;
    this.tokens = tokens;
  }

  @Transactional
  Known of(Caller caller) {
    tenancy.enter(caller.organisation());
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    """
                    select o.name, (select m.role from member m
                      where m.organisation_id = :organisation and cast(m.id as text) = :actor)
                    from organisation o where o.id = :organisation""",
                    Object[].class)
                .setParameter("organisation", caller.organisation().id())
                .setParameter("actor", caller.actor().id())
                .getSingleResult();
    return new Known((String) row[0], Optional.ofNullable((String) row[1]), token(caller));
  }

  private Optional<TokenView> token(Caller caller) {
    return caller.actor().kind() == Actor.Kind.TOKEN
        ? tokens
            .find(caller.organisation(), caller.actor().id())
            .map(token -> TokenView.of(token, tokens.now()))
        : Optional.empty();
  }
}
