package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * A signature under any statement of this product, by the key that signs heads.
 *
 * @param keyId first 8 bytes of the public key's SHA-256, in hexadecimal digits
 * @param publicKey X.509, base64
 * @param signature Ed25519, base64
 */
public record SignedStatement(String keyId, String publicKey, String signature) {

  public SignedStatement {
    requireNonNull(keyId, "keyId");
    requireNonNull(publicKey, "publicKey");
    requireNonNull(signature, "signature");
  }

  /** Whether the key that is named here signed the statement; not whose key that is. */
  public boolean holds(byte[] statement) {
    try {
      byte[] key = Base64.getDecoder().decode(publicKey);
      return PublicKeys.idOf(key).equals(keyId)
          && PublicKeys.holds(
              PublicKeys.decoded(key), statement, Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // neither a key nor a signature
    }
  }

  /**
   * Public keys of a PEM file, in base64 as {@link #publicKey} has them.
   *
   * @throws IllegalArgumentException when it holds none
   */
  public static List<String> publicKeys(String pem) {
    List<String> keys =
        Pem.parse(pem).stream()
            .filter(block -> block.label().equals(Pem.PUBLIC))
            .map(block -> Base64.getEncoder().encodeToString(block.bytes()))
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("holds no public key");
    }
    return keys;
  }
}
