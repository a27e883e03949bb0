package dev.plumbline.api.tokens;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Stored tokens for tests. */
final class SomeTokens {

  static final Instant MADE = Instant.parse("2026-11-20T00:00:00Z");

  private SomeTokens() {}

  static StoredToken active(String id) {
    return new StoredToken(
        Organisation.FIRST,
        id,
        "nightly import",
        Set.of(Scope.READ),
        Optional.empty(),
        "Ada",
        MADE,
        MADE.plus(Duration.ofDays(90)),
        Optional.empty(),
        Optional.empty());
  }
}
