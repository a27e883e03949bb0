package dev.plumbline.api.webhooks;

import dev.plumbline.api.organisations.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which events have come, in PostgreSQL. */
@ApplicationScoped
class ReceiptRepository {

  private final EntityManager entities;

  ReceiptRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Whose an account is, and the credential that signs its events. */
  record Addressee(Organisation organisation, UUID account, UUID credential) {}

  @Transactional
  Optional<Addressee> addressee(UUID account) {
    List<?> found =
        entities
            .createNativeQuery(
                "select organisation_id, webhook_credential_id from webhook_account_of(:account)",
                Object[].class)
            .setParameter("account", account)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(row -> new Addressee(new Organisation((UUID) row[0]), account, (UUID) row[1]))
        .findFirst();
  }

  /** False when it has come before: the key decides, for two may arrive at the same moment. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean add(Addressee to, ProviderEvent event) {
    return entities
            .createNativeQuery(
                """
                insert into webhook_receipt (organisation_id, account_id, webhook_id, received_at,
                  kind, subject)
                values (:organisation, :account, :id, clock_timestamp(), :kind, :subject)
                on conflict (organisation_id, account_id, webhook_id) do nothing""")
            .setParameter("organisation", to.organisation().id())
            .setParameter("account", to.account())
            .setParameter("id", event.id())
            .setParameter("kind", event.type())
            .setParameter("subject", event.subject().orElse(null))
            .executeUpdate()
        == 1;
  }
}
