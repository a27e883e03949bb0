package dev.plumbline.api.tokens;

import static java.util.Objects.requireNonNull;

/** A stored token with the hash against which a secret is held. */
record KnownToken(StoredToken token, byte[] secretHash) {

  KnownToken {
    requireNonNull(token, "token");
    secretHash = secretHash.clone();
  }

  boolean isOf(TokenText text) {
    return text.matches(secretHash);
  }

  @Override
  public String toString() {
    return TokenText.shown(token.id());
  }
}
