package dev.plumbline.api.access;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Proof that a request was made by a page of ours in the same session. */
record CsrfToken(String text) {

  static final String HEADER = "X-CSRF-Token";
  static final String FIELD = "csrf_token";

  CsrfToken {
    requireNonNull(text, "text");
  }

  /** Takes the same time for every wrong text of the same length. */
  boolean is(String given) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "a CSRF token";
  }
}
