package dev.plumbline.api.pins;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.pinning.Waiver;
import java.time.Instant;
import java.util.Optional;

/** A waiver, and when somebody took it back. */
public record RegisteredWaiver(Waiver waiver, Optional<Instant> revokedAt) {

  public RegisteredWaiver {
    requireNonNull(waiver, "waiver");
    requireNonNull(revokedAt, "revokedAt");
  }

  public boolean holdsAt(Instant moment) {
    return revokedAt.isEmpty() && waiver.holdsAt(moment);
  }
}
