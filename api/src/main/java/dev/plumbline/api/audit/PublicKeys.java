package dev.plumbline.api.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys by which heads may be signed. Without a choice of them a head's own key is taken. */
final class PublicKeys {

  static final String ALGORITHM = "Ed25519";
  private static final int ID_BYTES = 8;

  private final Map<String, byte[]> trusted;

  private PublicKeys(Map<String, byte[]> trusted) {
    this.trusted = trusted;
  }

  /** Believes the key that each head brings: finds errors, but not a forger with a key. */
  static PublicKeys asNamed() {
    return new PublicKeys(Map.of());
  }

  /**
   * @param encoded in the form X.509 has for Ed25519
   */
  static PublicKeys only(List<byte[]> encoded) {
    return new PublicKeys(
        encoded.stream()
            .collect(Collectors.toMap(PublicKeys::idOf, Function.identity(), (one, same) -> one)));
  }

  /** The first 8 bytes of the key's SHA-256, in hexadecimal digits. */
  static String idOf(byte[] encoded) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Why the head is not to be believed; empty when its signature holds. */
  Optional<String> objection(SignedHead head) {
    byte[] key = trusted.isEmpty() ? head.publicKey() : trusted.get(head.keyId());
    if (key == null) {
      return Optional.of(
          "the head of entry %d is signed by the key %s, which is not a given one"
              .formatted(head.number(), head.keyId()));
    }
    return holds(key, head) && idOf(key).equals(head.keyId())
        ? Optional.empty()
        : Optional.of(
            "the signature of the head of entry %d does not hold".formatted(head.number()));
  }

  private static boolean holds(byte[] key, SignedHead head) {
    try {
      return holds(decoded(key), head.statement(), head.signature());
    } catch (GeneralSecurityException e) {
      return false; // neither a key nor a signature
    }
  }

  static boolean holds(PublicKey key, byte[] statement, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(ALGORITHM);
    verifier.initVerify(key);
    verifier.update(statement);
    return verifier.verify(signature);
  }

  static PublicKey decoded(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }
}
