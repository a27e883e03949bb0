package dev.plumbline.api.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.identity.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A token that somebody wishes for.
 *
 * @param project the only one in which it works; empty for the whole organisation
 * @param life empty for the usual 90 days, or what is left of the token that asks
 */
public record NewToken(
    String name, Set<Scope> scopes, Optional<UUID> project, Optional<Duration> life) {

  static final Duration USUAL_LIFE = Duration.ofDays(90);
  static final Duration LONGEST_LIFE = Duration.ofDays(366);

  private static final int LONGEST_NAME = 200;

  public NewToken {
    name = name.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a name has 1 to %d characters and no control characters".formatted(LONGEST_NAME));
    }
    scopes = Set.copyOf(scopes);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a token needs a scope, one of " + Scope.labels());
    }
    requireNonNull(project, "project");
    if (life.filter(wish -> wish.compareTo(LONGEST_LIFE) > 0 || wish.isNegative()).isPresent()) {
      throw new IllegalArgumentException("a token lives for 1 to 366 days");
    }
  }
}
