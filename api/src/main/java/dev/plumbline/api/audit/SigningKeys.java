package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The private key that signs heads now, and the public keys of all that ever signed. */
final class SigningKeys {

  private final PrivateKey signer;

  /** The first one belongs to the signer. */
  private final List<byte[]> published;

  private SigningKeys(PrivateKey signer, List<byte[]> published) {
    this.signer = requireNonNull(signer, "signer");
    this.published = List.copyOf(published);
  }

  /**
   * @throws IllegalArgumentException when the text holds no pair, or two halves of different ones
   */
  static SigningKeys parse(String text) {
    List<Pem> blocks = Pem.parse(text);
    List<byte[]> published = bytes(blocks, Pem.PUBLIC);
    List<byte[]> secret = bytes(blocks, Pem.PRIVATE);
    if (secret.size() != 1 || published.isEmpty()) {
      throw new IllegalArgumentException(
          "holds %d private and %d public keys; one private key and its public key are needed"
              .formatted(secret.size(), published.size()));
    }
    try {
      SigningKeys keys =
          new SigningKeys(
              KeyFactory.getInstance(PublicKeys.ALGORITHM)
                  .generatePrivate(new PKCS8EncodedKeySpec(secret.get(0))),
              published);
      keys.refuseStrangers();
      return keys;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("holds a key that is not Ed25519", e);
    }
  }

  private void refuseStrangers() throws GeneralSecurityException {
    byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
    if (!PublicKeys.holds(PublicKeys.decoded(published.get(0)), probe, signature(probe))) {
      throw new IllegalArgumentException("the first public key is not that of the private key");
    }
  }

  private static List<byte[]> bytes(List<Pem> blocks, String label) {
    return blocks.stream().filter(each -> each.label().equals(label)).map(Pem::bytes).toList();
  }

  SignedHead sign(Organisation organisation, ChainHead head, Instant at) {
    try {
      byte[] signature = signature(SignedHead.statement(organisation, head, at));
      byte[] key = published.get(0);
      return new SignedHead(organisation, head, at, PublicKeys.idOf(key), key, signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  SignedStatement sign(byte[] statement) {
    try {
      byte[] key = published.get(0);
      return new SignedStatement(
          PublicKeys.idOf(key),
          Base64.getEncoder().encodeToString(key),
          Base64.getEncoder().encodeToString(signature(statement)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  private byte[] signature(byte[] statement) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(PublicKeys.ALGORITHM);
    signature.initSign(signer);
    signature.update(statement);
    return signature.sign();
  }

  List<byte[]> published() {
    return published;
  }

  /** The keys by which heads of ours may be signed. */
  PublicKeys trusted() {
    return PublicKeys.only(published);
  }
}
