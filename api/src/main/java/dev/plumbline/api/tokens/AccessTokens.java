package dev.plumbline.api.tokens;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tokens of an organisation: made, listed, revoked. */
@ApplicationScoped
public class AccessTokens {

  private final TokenRepository tokens;
  private final VerifiedTokens verified;
  private final AuditTrail trail;
  private final SecureRandom chance = new SecureRandom();

  AccessTokens(TokenRepository tokens, VerifiedTokens verified, AuditTrail trail) {
    this.tokens = tokens;
    this.verified = verified;
    this.trail = trail;
  }

  /** What the caller may see: a caller of some projects sees the tokens of those. */
  @Transactional
  public TokenPage list(Caller caller, TokenSlice slice) {
    Instant now = tokens.now();
    List<TokenView> found =
        tokens.list(caller.organisation(), visible(caller), slice).stream()
            .map(token -> TokenView.of(token, now))
            .toList();
    if (found.size() <= slice.limit()) {
      return new TokenPage(found, null);
    }
    List<TokenView> shown = found.subList(0, slice.limit());
    return new TokenPage(shown, shown.get(slice.limit() - 1).id());
  }

  /**
   * One token.
   *
   * @throws ProblemException 404 when the organisation has none of that id
   */
  @Transactional
  public TokenView show(Caller caller, String id) {
    StoredToken token = existing(caller, id);
    caller.require(Permissions.TOKENS_READ, token.project());
    return TokenView.of(token, tokens.now());
  }

  /**
   * Makes a token; nobody gives one that may more, or that lives longer than their own.
   *
   * @throws ProblemException 403 for more than the caller may, 400 for a project that is not there
   */
  @Transactional
  public CreatedToken create(Caller caller, NewToken wish) {
    caller.require(Permissions.TOKENS_WRITE, wish.project());
    Set<String> asked =
        StoredToken.permissions(caller.organisation(), wish.scopes(), wish.project());
    if (!caller.grants().cover(asked, wish.project())) {
      throw Problem.of(ErrorCode.FORBIDDEN, "a token cannot be given more than you may yourself")
          .atField("scopes")
          .withRemedy("ask for fewer scopes, or ask an administrator")
          .asException();
    }
    wish.project().ifPresent(project -> requireProject(caller, project));
    TokenText text = TokenText.make(chance);
    Instant now = tokens.now();
    StoredToken made =
        new StoredToken(
            caller.organisation(),
            text.id(),
            wish.name(),
            wish.scopes(),
            wish.project(),
            caller.actor().name(),
            now,
            end(caller, wish, now),
            Optional.empty(),
            Optional.empty());
    tokens.add(made, text.hash());
    TokenView view = TokenView.of(made, now);
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("token.created", "token", made.id()).to(view));
    return new CreatedToken(text.reveal(), view);
  }

  /**
   * Ends a token at once here, and within five seconds on every other instance. Once more changes
   * nothing.
   *
   * @throws ProblemException 404 when the organisation has none of that id
   */
  @Transactional
  public TokenView revoke(Caller caller, String id) {
    StoredToken token = existing(caller, id);
    caller.require(Permissions.TOKENS_WRITE, token.project());
    Instant now = tokens.now();
    if (token.revokedAt().isPresent() || !tokens.revoke(token, now)) {
      return TokenView.of(existing(caller, id), now);
    }
    verified.forget(id);
    TokenView before = TokenView.of(token, now);
    TokenView after = TokenView.of(token.revoked(now), now);
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("token.revoked", "token", id).from(before).to(after));
    return after;
  }

  private static Optional<List<UUID>> visible(Caller caller) {
    if (caller.grants().holds(Permissions.TOKENS_READ, Optional.empty())) {
      return Optional.empty();
    }
    return Optional.of(
        caller.grants().inProjects().entrySet().stream()
            .filter(project -> project.getValue().contains(Permissions.TOKENS_READ))
            .map(project -> project.getKey())
            .toList());
  }

  private StoredToken existing(Caller caller, String id) {
    return tokens
        .find(caller.organisation(), id)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no such token").asException());
  }

  private void requireProject(Caller caller, UUID project) {
    if (!tokens.hasProject(caller.organisation(), project)) {
      throw Input.refused("project_id", "there is no such project, or it is archived");
    }
  }

  private Instant end(Caller caller, NewToken wish, Instant now) {
    Instant wanted = now.plus(wish.life().orElse(NewToken.USUAL_LIFE));
    Optional<Instant> own = ownEnd(caller);
    if (own.isEmpty() || !wanted.isAfter(own.get())) {
      return wanted;
    }
    if (wish.life().isEmpty()) {
      return own.get();
    }
    long days = Duration.between(now, own.get()).toDays();
    throw Problem.of(ErrorCode.FORBIDDEN, "a token cannot make one that lives longer than itself")
        .atField("expires_in_days")
        .withRemedy("ask for at most %d days, or sign in as a person".formatted(days))
        .asException();
  }

  private Optional<Instant> ownEnd(Caller caller) {
    return caller.actor().kind() == Actor.Kind.TOKEN
        ? tokens.find(caller.organisation(), caller.actor().id()).map(StoredToken::expiresAt)
        : Optional.empty();
  }
}
