package dev.plumbline.api.credentials;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.core.model.Provider;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to store a credential. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewCredential",
    examples =
        """
        {"kind":"provider","provider":"openai","name":"OpenAI, production","secret":"sk-…"}""")
public record CredentialRequest(
    @Schema(description = "provider or channel", examples = "provider") @Nullable String kind,
    @Schema(description = "for the kind provider only", examples = "openai")
        @Nullable String provider,
    @Schema(description = "unique in the organisation") @Nullable String name,
    @Schema(description = "a project's id; absent for the whole organisation")
        @Nullable String project,
    @Schema(
            implementation = String.class,
            description = "at most 64 KiB; it can be replaced, and never read again")
        @Nullable Secret secret) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PROVIDER = 100;

  public NewCredential toNewCredential() {
    CredentialKind wanted =
        CredentialKind.findByLabel(kind == null ? "" : kind)
            .orElseThrow(() -> Input.refused("kind", "not one of " + CredentialKind.labels()));
    return new NewCredential(
        wanted, givenProvider(wanted), soundName(name), givenProject(), Secrets.sound(secret));
  }

  private Optional<String> givenProvider(CredentialKind wanted) {
    boolean given = provider != null && !provider.isBlank();
    if (given != (wanted == CredentialKind.PROVIDER)) {
      throw Input.refused("provider", "a provider's key names its provider, a channel has none");
    }
    return given
        ? Optional.of(
            Input.read("provider", () -> Provider.of(text("provider", provider, LONGEST_PROVIDER)))
                .key())
        : Optional.empty();
  }

  private Optional<UUID> givenProject() {
    return Optional.ofNullable(project)
        .map(text -> Input.read("project", () -> UUID.fromString(text)));
  }

  static String soundName(@Nullable String name) {
    return text("name", name, LONGEST_NAME);
  }

  private static String text(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      throw Input.refused(field, "it is missing");
    }
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw Input.refused(
          field, "longer than %d characters, or with control characters".formatted(longest));
    }
    return text.strip();
  }

  /** Another secret for the same credential. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "NewSecret")
  public record Replacement(@Schema(implementation = String.class) @Nullable Secret secret) {

    public Secret toSecret() {
      return Secrets.sound(secret);
    }
  }

  /** Another name for the same credential. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "CredentialName")
  record Rename(@Nullable String name) {

    String toName() {
      return soundName(name);
    }
  }

  /** What a secret must be like to be worth storing. */
  private static final class Secrets {

    private Secrets() {}

    static Secret sound(@Nullable Secret secret) {
      if (secret == null || secret.isBlank()) {
        throw Input.refused("secret", "it is missing");
      }
      if (secret.hasLooseEnds()) {
        throw Input.refused("secret", "it begins or ends with a space or a line break");
      }
      return secret;
    }
  }
}
