package dev.plumbline.api.access;

import dev.plumbline.api.limits.Allowance;
import dev.plumbline.api.limits.SharedThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Signs in by address and password. A wrong address and a wrong password have the same answer after
 * the same time, and both may be tried only so often, on all instances together.
 */
@ApplicationScoped
class PasswordSignIn {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Allowance OF_ADDRESS = Allowance.of(10, WINDOW);
  private static final Allowance OF_CLIENT = Allowance.of(60, WINDOW);

  private final LocalAccounts accounts;
  private final Sessions sessions;
  private final SharedThrottle throttle;

  PasswordSignIn(LocalAccounts accounts, Sessions sessions, SharedThrottle throttle) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.throttle = throttle;
  }

  /**
   * What was typed.
   *
   * @param organisation empty unless the address is known in several
   * @param client network address of the sender
   */
  record Attempt(String email, String password, String organisation, String client) {

    Attempt {
      email = email.strip().toLowerCase(Locale.ROOT);
      organisation = organisation.strip();
    }

    @Override
    public String toString() {
      return "a sign-in attempt";
    }
  }

  /** Whether it was right. */
  sealed interface Result {

    <R> R match(Cases<R> cases);

    /** What to do in each case. */
    interface Cases<R> {
      R signedIn(NewCookie cookie);

      R wrong();

      R several();
    }
  }

  private record SignedIn(NewCookie cookie) implements Result {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.signedIn(cookie);
    }
  }

  private record Wrong() implements Result {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.wrong();
    }
  }

  /** The same address and password in several organisations: which one is meant? */
  private record Several() implements Result {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.several();
    }
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 429 when the address or the client has tried
   *     too often
   */
  Result tryIt(Attempt attempt) {
    throttle.take("sign-in from", attempt.client(), OF_CLIENT);
    throttle.take("sign-in as", attempt.email(), OF_ADDRESS);
    List<LocalAccounts.Account> candidates =
        accounts.of(attempt.email()).stream()
            .filter(each -> each.passwordHash().isPresent())
            .filter(each -> isMeant(each, attempt.organisation()))
            .toList();
    if (candidates.isEmpty()) {
      Passwords.matchesNobody(attempt.password());
      return new Wrong();
    }
    List<LocalAccounts.Account> matching =
        candidates.stream()
            .filter(each -> Passwords.matches(attempt.password(), each.passwordHash().orElse("")))
            .toList();
    if (matching.isEmpty()) {
      candidates.forEach(accounts::recordFailure);
      return new Wrong();
    }
    return matching.size() == 1 ? signedIn(matching.get(0)) : new Several();
  }

  private static boolean isMeant(LocalAccounts.Account account, String organisation) {
    return organisation.isEmpty() || account.organisationName().equalsIgnoreCase(organisation);
  }

  private Result signedIn(LocalAccounts.Account account) {
    return new SignedIn(
        sessions.begin(account.organisation(), account.member(), SignInWay.PASSWORD));
  }
}
