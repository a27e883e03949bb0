package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * When we believed a price: the second axis of time. A row is closed, never changed.
 *
 * @param at moment at which we learned it
 * @param supersededAt moment at which we stopped believing it; empty while we do
 */
public record Recording(Instant at, Optional<Instant> supersededAt) {

  public Recording {
    requireNonNull(at, "at");
    requireNonNull(supersededAt, "supersededAt");
    if (supersededAt.isPresent() && !at.isBefore(supersededAt.get())) {
      throw new IllegalArgumentException(
          "a price is superseded after it was recorded: " + at + ", " + supersededAt.get());
    }
  }

  public static Recording at(Instant moment) {
    return new Recording(moment, Optional.empty());
  }

  public boolean believedAt(Instant moment) {
    return !moment.isBefore(at) && supersededAt.map(moment::isBefore).orElse(true);
  }
}
