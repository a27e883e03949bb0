package dev.plumbline.api.access;

import java.util.HexFormat;
import java.util.Optional;

/** The secret in the cookie. Only its hash is stored, and only the hash is ever shown or logged. */
record SessionId(String secret) {

  private static final int PUBLIC_LENGTH = 32;

  SessionId {
    if (!Secrets.hasShape(secret)) {
      throw new IllegalArgumentException("not the shape of a session's id");
    }
  }

  static SessionId random() {
    return new SessionId(Secrets.random());
  }

  /** Empty when the text cannot be one of ours. */
  static Optional<SessionId> read(String text) {
    return Secrets.hasShape(text) ? Optional.of(new SessionId(text)) : Optional.empty();
  }

  byte[] hash() {
    return Secrets.sha256(secret);
  }

  /**
   * What a form of this session sends back. Its key is the session's secret, so that every replica
   * knows it and nobody else does.
   */
  CsrfToken csrfToken() {
    return new CsrfToken(Secrets.text(Secrets.hmac(secret, "plumbline csrf 1")));
  }

  /** Its name in lists. */
  String publicId() {
    return publicId(hash());
  }

  /** The name of a session in lists: half of its hash. */
  static String publicId(byte[] hash) {
    return HexFormat.of().formatHex(hash).substring(0, PUBLIC_LENGTH);
  }

  @Override
  public String toString() {
    return "session " + publicId();
  }
}
