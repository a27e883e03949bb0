package dev.plumbline.api.syncs;

import dev.plumbline.api.credentials.CredentialSecrets;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.core.model.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lends accounts at providers to features that call models. */
@ApplicationScoped
public class AccountAccess {

  private final AccountRepository rows;
  private final Connectors connectors;
  private final CredentialSecrets secrets;

  AccountAccess(AccountRepository rows, Connectors connectors, CredentialSecrets secrets) {
    this.rows = rows;
    this.connectors = connectors;
    this.secrets = secrets;
  }

  /** An account that is not disabled, as others may know it. */
  public record Known(UUID id, String name, Provider provider) {}

  /** Those that are not disabled, by name. */
  public List<Known> all(Organisation organisation) {
    return rows.all(organisation).stream()
        .filter(AccountEntity::isEnabled)
        .map(AccountAccess::known)
        .toList();
  }

  public Optional<Known> find(Organisation organisation, UUID id) {
    return rows.find(organisation, id).filter(AccountEntity::isEnabled).map(AccountAccess::known);
  }

  private static Known known(AccountEntity row) {
    return new Known(row.id, row.name, new Provider(row.provider));
  }

  /**
   * Where models of the account are called, so that another address can be told: the host and a
   * hash of the whole, for a path may be a secret. Empty for an account that is disabled or gone.
   */
  public Optional<String> address(Organisation organisation, UUID id) {
    return rows.find(organisation, id)
        .filter(AccountEntity::isEnabled)
        .map(row -> chat(row.toAccount()).uri())
        .map(uri -> uri.getHost() + " " + Sha256.hex(uri.toString()).substring(0, 16));
  }

  /**
   * Works with an account's address and key, which is closed afterwards.
   *
   * @param refused makes a result of the reason why the account cannot be used
   */
  public <T> T with(
      Organisation organisation,
      UUID id,
      Function<ProviderAccess, T> work,
      Function<String, T> refused) {
    Optional<AccountEntity> row = rows.find(organisation, id).filter(AccountEntity::isEnabled);
    if (row.isEmpty()) {
      return refused.apply("its account is disabled or gone");
    }
    ProviderAccount account = row.get().toAccount();
    boolean mayReceive =
        connectors
            .find(account.provider())
            .filter(each -> connectors.mayReceiveKeys(each, account.base()))
            .isPresent();
    if (!mayReceive) {
      return refused.apply("its address may not receive the key any more");
    }
    Optional<Secret> key = account.keys().use().flatMap(each -> secrets.open(organisation, each));
    if (key.isEmpty()) {
      return refused.apply("its account has no credential; give it one");
    }
    try (Secret open = key.get()) {
      return work.apply(new ProviderAccess(chat(account), open, List.of(), Optional.empty()));
    }
  }

  /** Azure's interface without versions takes the same requests and the same header for the key. */
  private static OutboundAddress chat(ProviderAccount account) {
    return account.provider().equals(Provider.AZURE)
        ? account.base().resolve("/openai/v1")
        : account.base();
  }
}
