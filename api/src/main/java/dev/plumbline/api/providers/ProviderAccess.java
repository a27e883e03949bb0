package dev.plumbline.api.providers;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.secrets.Secret;
import java.util.List;
import java.util.Optional;

/**
 * The way into one account at a provider; whoever made it closes the secrets.
 *
 * @param base where the interface begins, for example {@code https://api.openai.com/v1}
 * @param aliases moving names that are asked what they mean, each by one short call
 * @param management the way into the interface by which the account is managed
 */
public record ProviderAccess(
    OutboundAddress base, Secret key, List<String> aliases, Optional<Management> management) {

  /**
   * An interface of its own with a key of its own.
   *
   * @param resource path of the account there
   */
  public record Management(String resource, Secret key) {

    public Management {
      requireNonNull(resource, "resource");
      requireNonNull(key, "key");
    }
  }

  public ProviderAccess {
    requireNonNull(base, "base");
    requireNonNull(key, "key");
    requireNonNull(management, "management");
    aliases = List.copyOf(aliases);
  }
}
