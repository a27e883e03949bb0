package dev.plumbline.api.settings;

import java.util.Arrays;
import java.util.Locale;

/** What a change says after it; the parameter {@code done} names one of these and nothing else. */
enum Done {
  ROLE_CHANGED("The role is changed."),
  DISABLED(
      "The member may no longer sign in, and their sessions have ended. Tokens that they made work"
          + " on: revoke those that they know under Tokens."),
  ENABLED("The member may sign in again."),
  TEAM_ADDED("The team is added."),
  PROJECT_ADDED("The project is added."),
  TOKEN_REVOKED("The token is revoked. Within five seconds no server accepts it."),
  CREDENTIAL_ADDED("The credential is stored. Nobody can read its secret again."),
  SECRET_REPLACED("The secret is replaced, and the old one is gone."),
  CREDENTIAL_DELETED("The credential is deleted with its secret."),
  ACCOUNT_ADDED("The account is added. Look first what a run would change, then sync it."),
  ACCOUNT_CHANGED("The account is changed."),
  ACCOUNT_DISABLED("The account is not synced any more. What it told stays."),
  ACCOUNT_ENABLED("The account is synced again."),
  ACCOUNT_SYNCED("The provider was asked. What came of it is the first row of the runs.");

  private final String sentence;

  Done(String sentence) {
    this.sentence = sentence;
  }

  /** As it stands in an address, for example {@code token-revoked}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sentence; empty for a key that is none of ours. */
  static String sentenceOf(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key().equals(key))
        .findFirst()
        .map(each -> each.sentence)
        .orElse("");
  }
}
