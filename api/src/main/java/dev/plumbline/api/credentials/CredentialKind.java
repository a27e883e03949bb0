package dev.plumbline.api.credentials;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a credential opens. */
public enum CredentialKind {
  /** The interface of a provider of models. */
  PROVIDER,
  /** A channel for notifications, such as a webhook's signing secret. */
  CHANNEL;

  /** The published spelling, for example {@code provider}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CredentialKind> findByLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(CredentialKind::label).collect(Collectors.joining(", "));
  }
}
