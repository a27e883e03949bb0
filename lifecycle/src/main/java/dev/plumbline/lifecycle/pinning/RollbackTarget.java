package dev.plumbline.lifecycle.pinning;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What an application would go back to. */
public sealed interface RollbackTarget {

  /** There is none: nothing was called before, and none was named. */
  record None() implements RollbackTarget {}

  /** Nobody has seen it answer. */
  record Unverified(ModelKey key) implements RollbackTarget {

    public Unverified {
      requireNonNull(key, "key");
    }
  }

  /**
   * It answered a call.
   *
   * @param end first day on which it can no longer be called; empty when no source states one
   */
  record Verified(ModelKey key, Instant at, Optional<LocalDate> end) implements RollbackTarget {

    public Verified {
      requireNonNull(key, "key");
      requireNonNull(at, "at");
      requireNonNull(end, "end");
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R none(None none);

    R unverified(Unverified target);

    R verified(Verified target);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Verified verified) {
      return cases.verified(verified);
    }
    if (this instanceof Unverified unverified) {
      return cases.unverified(unverified);
    }
    return cases.none((None) this);
  }
}
