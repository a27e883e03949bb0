package dev.plumbline.api.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was found lately, unknown ids included, so that a busy machine does not ask the database for
 * every request. Short, because a revoked token works until it is forgotten here.
 */
final class RecentTokens {

  private static final int MOST = 10_000;

  private final Duration kept;
  private final Map<String, Found> found = new LinkedHashMap<>();

  private record Found(Optional<KnownToken> token, Instant at) {}

  RecentTokens(Duration kept) {
    this.kept = kept;
  }

  /** What was found; empty when nobody has looked within the time. */
  synchronized Optional<Optional<KnownToken>> get(String id, Instant now) {
    Found known = found.get(id);
    if (known == null || !now.isBefore(known.at().plus(kept)) || now.isBefore(known.at())) {
      return Optional.empty();
    }
    return Optional.of(known.token());
  }

  /**
   * @param at when the search began, so that a slow one does not make an answer look younger
   */
  synchronized void put(String id, Optional<KnownToken> token, Instant at) {
    found.remove(id); // so that the oldest stays first
    found.put(id, new Found(token, at));
    if (found.size() > MOST) {
      found.remove(found.keySet().iterator().next());
    }
  }

  synchronized void forget(String id) {
    found.remove(id);
  }
}
