package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * The end of a chain at a moment, signed, to be kept where nobody who can write to the database can
 * write. It alone shows that a trail was cut or rewritten.
 *
 * @param at the database's clock
 * @param keyId of the public key, see {@link PublicKeys#idOf}
 * @param publicKey in the form X.509 has for Ed25519
 * @param signature Ed25519, of {@link #statement}
 */
record SignedHead(
    Organisation organisation,
    ChainHead head,
    Instant at,
    String keyId,
    byte[] publicKey,
    byte[] signature) {

  SignedHead {
    requireNonNull(organisation, "organisation");
    requireNonNull(head, "head");
    requireNonNull(at, "at");
    requireNonNull(keyId, "keyId");
    publicKey = publicKey.clone();
    signature = signature.clone();
  }

  /** What is signed: lines of text, so that it can be checked with other tools too. */
  static byte[] statement(Organisation organisation, ChainHead head, Instant at) {
    return "plumbline-audit-head-1\n%s\n%d\n%s\n%s\n"
        .formatted(organisation.id(), head.number(), head.hash(), at)
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] statement() {
    return statement(organisation, head, at);
  }

  long number() {
    return head.number();
  }

  ChainHash hash() {
    return head.hash();
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedHead that
        && organisation.equals(that.organisation)
        && head.equals(that.head)
        && at.equals(that.at)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }
}
