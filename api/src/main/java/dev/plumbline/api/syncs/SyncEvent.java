package dev.plumbline.api.syncs;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.sync.PresenceEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a run found and somebody may want to know.
 *
 * @param account the account at the provider
 * @param kind {@code alias.moved} or {@code model.} with a word, for example {@code
 *     model.gone_early}
 * @param subject the alias or the model
 * @param effect what it does to prices, in words
 * @param muted whether a failure of the whole provider explains it better
 */
public record SyncEvent(
    UUID account,
    Instant at,
    String kind,
    PresenceEvent.Weight weight,
    String subject,
    Optional<String> before,
    Optional<String> after,
    Optional<String> effect,
    boolean muted) {

  static final String ALIAS_MOVED = "alias.moved";

  public SyncEvent {
    requireNonNull(account, "account");
    requireNonNull(at, "at");
    requireNonNull(kind, "kind");
    requireNonNull(weight, "weight");
    requireNonNull(subject, "subject");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(effect, "effect");
  }

  public boolean isAliasMove() {
    return kind.equals(ALIAS_MOVED);
  }
}
