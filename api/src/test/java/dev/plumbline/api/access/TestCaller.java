package dev.plumbline.api.access;

import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.Scope;
import java.util.Locale;
import java.util.Map;

/**
 * Everybody who might ask us something. Each is made when it is asked for first, and then stays.
 *
 * <p>Roles sign in with a session, scopes come with a token; both belong to the first organisation
 * unless their name says otherwise.
 */
public enum TestCaller {
  ANONYMOUS(rows -> Map.of()),
  /** A token that has not our form. */
  MALFORMED(rows -> bearer("not-a-token")),
  WRONG_CHECKSUM(rows -> bearer(spoilt(rows.token(Scope.ADMIN)))),
  /** In form, but of nobody. */
  UNKNOWN(rows -> bearer(TestRows.tokenText("nobodynobody"))),
  EXPIRED(rows -> bearer(rows.expiredToken())),
  REVOKED(rows -> bearer(rows.revokedToken())),
  /** A cookie of a session that has ended. */
  SIGNED_OUT(rows -> rows.endedSession().headers()),
  VIEWER(rows -> rows.session(Role.VIEWER)),
  PLANNER(rows -> rows.session(Role.PLANNER)),
  OWNER(rows -> rows.session(Role.OWNER)),
  OPERATOR(rows -> rows.session(Role.OPERATOR)),
  ADMIN(rows -> rows.session(Role.ADMIN)),
  INGEST(rows -> bearer(rows.token(Scope.INGEST))),
  READ(rows -> bearer(rows.token(Scope.READ))),
  SCAN(rows -> bearer(rows.token(Scope.SCAN))),
  AUDIT(rows -> bearer(rows.token(Scope.AUDIT))),
  /** Whoever sends a request of a test that does not say who asks. */
  ADMIN_TOKEN(rows -> bearer(rows.token(Scope.ADMIN))),
  /** Tokens that hold in one project only. */
  PROJECT_READ(rows -> bearer(rows.projectToken(Scope.READ, rows.project()))),
  PROJECT_ADMIN(rows -> bearer(rows.projectToken(Scope.ADMIN, rows.project()))),
  /** A token of another project of the same organisation. */
  OTHER_PROJECT(rows -> bearer(rows.projectToken(Scope.ADMIN, rows.otherProject()))),
  /** An administrator of another organisation, who must not learn that ours exists. */
  OTHER_ADMIN(rows -> rows.otherOrganisation().session(Role.ADMIN)),
  OTHER_TOKEN(rows -> bearer(rows.otherOrganisation().token(Scope.ADMIN)));

  private interface Proof {
    Map<String, String> of(TestRows rows);
  }

  private final Proof proof;
  private Map<String, String> headers;

  TestCaller(Proof proof) {
    this.proof = proof;
  }

  /** What this caller sends along to prove who they are; with a session the CSRF token too. */
  public synchronized Map<String, String> headers() {
    if (headers == null) {
      headers = proof.of(TestRows.first());
    }
    return headers;
  }

  /** Name of the cookie that carries a session. */
  public static String cookieName() {
    return SessionSecret.COOKIE_NAME;
  }

  /** Value of the cookie of whoever signs in with a session. */
  public String cookie() {
    return headers().get("Cookie").substring(cookieName().length() + 1);
  }

  /** The spelling in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static String spoilt(String token) {
    char last = token.charAt(token.length() - 1);
    return token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0');
  }
}
