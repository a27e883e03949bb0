package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a consumer called for some time.
 *
 * @param target a snapshot, an alias or a fine-tune, as the consumer writes it
 * @param until the first moment at which it no longer held; empty while it holds
 */
public record Pin(ModelKey target, Instant since, Optional<Instant> until) {

  public Pin {
    requireNonNull(target, "target");
    requireNonNull(since, "since");
    requireNonNull(until, "until");
    if (until.filter(end -> !end.isAfter(since)).isPresent()) {
      throw new IllegalArgumentException(
          "a pin that begins at %s cannot end at %s".formatted(since, until.get()));
    }
  }

  public boolean holdsAt(Instant moment) {
    return !moment.isBefore(since) && until.map(moment::isBefore).orElse(true);
  }

  boolean isOpen() {
    return until.isEmpty();
  }

  Pin endedAt(Instant moment) {
    return new Pin(target, since, Optional.of(moment));
  }
}
