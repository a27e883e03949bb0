package dev.plumbline.api.syncs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to describe an account; all of it, also for a change. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewProviderAccount",
    examples =
        """
        {"provider":"openai","name":"OpenAI, production","credential":"2f0c…","sentinel":"gpt-4.1-2025-04-14"}""")
public record AccountRequest(
    @Schema(examples = "openai") @Nullable String provider,
    @Schema(description = "unique in the organisation") @Nullable String name,
    @Schema(description = "where its interface begins; absent for the provider's own")
        @Nullable String baseUrl,
    @Schema(description = "id of the provider's key") @Nullable String credential,
    @Schema(description = "a model that is surely there; a list without it is not believed")
        @Nullable String sentinel,
    @Schema(description = "moving names that each run asks what they mean; at most 20")
        @Nullable List<String> aliases,
    @Schema(description = "whether models that seem gone are called; true when absent")
        @Nullable Boolean confirm,
    @Schema(description = "Azure: path of the account in its management") @Nullable String resource,
    @Schema(description = "Azure: id of the credential of its management")
        @Nullable String managementCredential,
    @Schema(description = "id of the credential (kind channel) that signs webhooks to us")
        @Nullable String webhookCredential) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MODEL = 1024;
  private static final int LONGEST_RESOURCE = 1000;
  private static final int MOST_ALIASES = 20;

  /**
   * @param usual where the provider's own interface begins
   */
  ProviderAccount toAccount(Provider named, Optional<String> usual) {
    return new ProviderAccount(
        named,
        text("name", name, LONGEST_NAME).orElseThrow(() -> Input.refused("name", "it is missing")),
        base(usual),
        new ProviderAccount.Keys(
            id("credential", credential),
            id("management_credential", managementCredential),
            id("webhook_credential", webhookCredential)),
        text("sentinel", sentinel, LONGEST_MODEL),
        soundAliases(),
        confirm == null || confirm,
        text("resource", resource, LONGEST_RESOURCE));
  }

  Provider givenProvider() {
    return text("provider", provider, 100)
        .map(given -> Input.read("provider", () -> Provider.of(given)))
        .orElseThrow(() -> Input.refused("provider", "it is missing"));
  }

  private OutboundAddress base(Optional<String> usual) {
    String given =
        text("base_url", baseUrl, 2_000)
            .or(() -> usual)
            .orElseThrow(
                () -> Input.refused("base_url", "each account of this provider has its own"));
    OutboundAddress base = Input.read("base_url", () -> OutboundAddress.of(given));
    if (base.uri().getRawQuery() != null) {
      throw Input.refused("base_url", "it has a query (?)");
    }
    return base;
  }

  private List<String> soundAliases() {
    List<String> given = aliases == null ? List.of() : aliases;
    if (given.size() > MOST_ALIASES) {
      throw Input.refused("aliases", "more than " + MOST_ALIASES);
    }
    return given.stream()
        .flatMap(alias -> text("aliases", alias, LONGEST_MODEL).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<UUID> id(String field, @Nullable String text) {
    return Optional.ofNullable(text).map(id -> Input.read(field, () -> UUID.fromString(id)));
  }

  private static Optional<String> text(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw Input.refused(
          field, "longer than %d characters, or with control characters".formatted(longest));
    }
    return Optional.of(text.strip());
  }
}
