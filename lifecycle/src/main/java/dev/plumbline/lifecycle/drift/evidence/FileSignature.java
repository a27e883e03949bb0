package dev.plumbline.lifecycle.drift.evidence;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * Who vouches for a file: Ed25519, so that the same file always has the same signature.
 *
 * @param keyId first 8 bytes of the public key's SHA-256, in hexadecimal digits
 * @param publicKey X.509, base64
 * @param signature base64
 */
public record FileSignature(String keyId, String publicKey, String signature) {

  public FileSignature {
    requireNonNull(keyId, "keyId");
    requireNonNull(publicKey, "publicKey");
    requireNonNull(signature, "signature");
  }

  /**
   * What is signed: two lines of text, so that it can be checked with other tools too.
   *
   * @param digest SHA-256 of the file before its last fields, in hexadecimal digits
   */
  public static byte[] statement(String digest) {
    return "plumbline-drift-evidence-1\n%s\n".formatted(digest).getBytes(StandardCharsets.UTF_8);
  }
}
