package dev.plumbline.api.tokens;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.limits.Allowance;
import dev.plumbline.api.limits.SharedThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes tokens for people and programs, and for each of them not too many. */
@ApplicationScoped
public class TokenIssue {

  private final AccessTokens tokens;
  private final SharedThrottle throttle;
  private final TokensConfig config;

  TokenIssue(AccessTokens tokens, SharedThrottle throttle, TokensConfig config) {
    this.tokens = tokens;
    this.throttle = throttle;
    this.config = config;
  }

  /**
   * As {@link AccessTokens#create}.
   *
   * @throws dev.plumbline.api.problem.ProblemException 429 too, when the caller made many lately
   */
  public CreatedToken create(Caller caller, NewToken wish) {
    Allowance allowance = Allowance.of(config.perHour(), Duration.ofHours(1));
    throttle.take("token", caller.actor().id(), allowance);
    return tokens.create(caller, wish);
  }
}
