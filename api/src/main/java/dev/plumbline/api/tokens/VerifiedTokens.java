package dev.plumbline.api.tokens;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.TokenCallers;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Knows who sends a token. A revoked one is refused everywhere after three seconds at most. */
@ApplicationScoped
class VerifiedTokens implements TokenCallers {

  private static final Duration KEPT = Duration.ofSeconds(3);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final TokenRepository tokens;
  private final Clock clock;
  private final RecentTokens recent = new RecentTokens(KEPT);

  VerifiedTokens(TokenRepository tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> find(String bearer) {
    return TokenText.parse(bearer).flatMap(this::verified).map(StoredToken::caller);
  }

  /** Lets this instance notice at once what it has changed itself. */
  void forget(String id) {
    recent.forget(id);
  }

  private Optional<StoredToken> verified(TokenText text) {
    Instant now = clock.instant();
    Optional<Optional<KnownToken>> known = recent.get(text.id(), now);
    Optional<StoredToken> token =
        known
            .orElseGet(() -> lookedUp(text.id(), now))
            .filter(each -> each.isOf(text))
            .map(KnownToken::token)
            .filter(each -> each.statusAt(now) == TokenStatus.ACTIVE);
    if (known.isEmpty()) {
      token.ifPresent(each -> noteUse(each, now));
    }
    return token;
  }

  private Optional<KnownToken> lookedUp(String id, Instant now) {
    Optional<KnownToken> found = tokens.lookUp(id);
    recent.put(id, found, now);
    return found;
  }

  /** After a look-up only, so at most once a minute and never for a request that found it here. */
  private void noteUse(StoredToken token, Instant now) {
    if (token.lastUsedAt().map(last -> last.plus(NOTED_EVERY).isAfter(now)).orElse(false)) {
      return;
    }
    try {
      tokens.touch(token);
    } catch (RuntimeException e) { // a note that fails must not refuse the request
      Log.warnf("the use of token %s could not be noted: %s", token.id(), e.getMessage());
    }
  }
}
