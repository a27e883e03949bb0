package dev.plumbline.core.model;

import java.time.Instant;
import java.util.Optional;

/** What moving names pointed at, and when. */
public final class Aliases {

  private Aliases() {}

  /** The history that ships with Plumbline. */
  public static Aliases bundled() {
    return new Aliases();
  }

  /** The snapshot that an alias meant at a moment; empty when no source says it. */
  public Optional<AliasTarget> targetAt(Provider provider, String alias, Instant at) {
    return Optional.empty();
  }
}
