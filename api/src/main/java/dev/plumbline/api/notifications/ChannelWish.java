package dev.plumbline.api.notifications;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.secrets.Secret;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.QuietHours;
import java.util.Optional;

/**
 * A channel as somebody wants it.
 *
 * @param address e-mail addresses, or the URL of a webhook or an Alertmanager
 * @param toOwners e-mail to whoever an alert names
 * @param secret URL, key or signing secret; empty where there is none, or to keep the present one
 */
record ChannelWish(
    String name,
    ChannelKind kind,
    Optional<String> address,
    boolean toOwners,
    AlertSeverity minSeverity,
    Optional<QuietHours> quiet,
    Optional<Secret> secret) {

  ChannelWish {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    requireNonNull(address, "address");
    requireNonNull(minSeverity, "minSeverity");
    requireNonNull(quiet, "quiet");
    requireNonNull(secret, "secret");
  }
}
