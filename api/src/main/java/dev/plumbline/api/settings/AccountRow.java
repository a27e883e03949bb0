package dev.plumbline.api.settings;

import dev.plumbline.api.syncs.AccountView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An account as the table shows it, times in UTC.
 *
 * @param lastComplete when it was last read completely, or {@code never}
 * @param webhook where the provider sends its events; empty without a secret for them
 */
public record AccountRow(
    UUID id,
    String name,
    String provider,
    String lastComplete,
    boolean read,
    boolean keyed,
    boolean enabled,
    String webhook) {

  static AccountRow of(AccountView account, Map<UUID, Instant> lastComplete) {
    Optional<Instant> last = Optional.ofNullable(lastComplete.get(account.id()));
    return new AccountRow(
        account.id(),
        account.name(),
        account.provider(),
        last.map(Screens::minute).orElse("never"),
        last.isPresent(),
        account.credential() != null,
        account.disabledAt() == null,
        account.webhookPath() == null ? "" : account.webhookPath());
  }
}
