package dev.plumbline.api.syncs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as it is published: its keys by their ids. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProviderAccount")
public record AccountView(
    UUID id,
    String provider,
    String name,
    String baseUrl,
    @Schema(description = "absent when it was deleted: runs fail until there is another")
        @Nullable UUID credential,
    @Nullable String sentinel,
    List<String> aliases,
    boolean confirm,
    @Nullable String resource,
    @Nullable UUID managementCredential,
    @Nullable UUID webhookCredential,
    @Schema(
            description = "where the provider sends its events",
            examples = "/webhooks/openai/2f0c…")
        @Nullable String webhookPath,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "since when it is not synced") @Nullable Instant disabledAt) {

  static AccountView of(AccountEntity row) {
    return new AccountView(
        row.id,
        row.provider,
        row.name,
        row.baseUrl,
        row.credentialId,
        row.sentinel,
        List.of(row.aliases),
        row.confirm,
        row.resource,
        row.managementCredentialId,
        row.webhookCredentialId,
        row.webhookCredentialId == null ? null : "/webhooks/openai/" + row.id,
        row.createdAt,
        row.changedAt,
        row.disabledAt);
  }
}
