package dev.plumbline.api.syncs;

import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.core.model.Provider;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code provider_account}. */
@Entity
@DynamicUpdate // the application may write only the columns that a change is about
@Table(name = "provider_account")
@IdClass(AccountKey.class)
class AccountEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String provider;
  String name;
  String baseUrl;
  @Nullable UUID credentialId;
  @Nullable String sentinel;
  String[] aliases;
  boolean confirm;
  @Nullable String resource;
  @Nullable UUID managementCredentialId;
  @Nullable UUID webhookCredentialId;
  Instant createdAt;
  Instant changedAt;
  @Nullable Instant disabledAt;

  boolean isEnabled() {
    return disabledAt == null;
  }

  void take(ProviderAccount account) {
    provider = account.provider().key();
    name = account.name();
    baseUrl = account.base().uri().toString();
    credentialId = account.keys().use().orElse(null);
    sentinel = account.sentinel().orElse(null);
    aliases = account.aliases().toArray(String[]::new);
    confirm = account.confirm();
    resource = account.resource().orElse(null);
    managementCredentialId = account.keys().management().orElse(null);
    webhookCredentialId = account.keys().webhook().orElse(null);
  }

  ProviderAccount toAccount() {
    return new ProviderAccount(
        new Provider(provider),
        name,
        OutboundAddress.of(baseUrl),
        new ProviderAccount.Keys(
            Optional.ofNullable(credentialId),
            Optional.ofNullable(managementCredentialId),
            Optional.ofNullable(webhookCredentialId)),
        Optional.ofNullable(sentinel),
        List.of(aliases),
        confirm,
        Optional.ofNullable(resource));
  }
}
