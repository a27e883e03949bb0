package dev.plumbline.api.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.organisations.Organisation;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A signed head as it is published and as a line of a file of heads. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({"organisation", "number", "hash", "at", "key_id", "public_key", "signature"})
@Schema(
    name = "AuditHead",
    description =
        "The end of the trail, signed. Keep it elsewhere: a trail that is cut or rewritten"
            + " later disagrees with it. Signed with Ed25519 are five lines of text, each with a"
            + " line feed: plumbline-audit-head-1, organisation, number, hash, at.")
record SignedHeadView(
    @Nullable UUID organisation,
    @Schema(description = "of the last entry; 0 when there is none") long number,
    @Schema(description = "of the last entry, in hexadecimal digits") @Nullable String hash,
    @Nullable String at,
    @Schema(description = "first 8 bytes of the public key's SHA-256") @Nullable String keyId,
    @Schema(description = "X.509, base64") @Nullable String publicKey,
    @Schema(description = "Ed25519, base64") @Nullable String signature) {

  static SignedHeadView of(SignedHead head) {
    Base64.Encoder base64 = Base64.getEncoder();
    return new SignedHeadView(
        head.organisation().id(),
        head.number(),
        head.hash().toString(),
        head.at().toString(),
        head.keyId(),
        base64.encodeToString(head.publicKey()),
        base64.encodeToString(head.signature()));
  }

  /**
   * @throws IllegalArgumentException when a field is missing or cannot be one of a head
   */
  SignedHead toHead() {
    if (organisation == null
        || hash == null
        || at == null
        || keyId == null
        || publicKey == null
        || signature == null) {
      throw new IllegalArgumentException("a field of the head is missing");
    }
    return new SignedHead(
        new Organisation(organisation),
        new ChainHead(number, ChainHash.parse(hash)),
        AuditEntryView.moment(at),
        keyId,
        Base64.getDecoder().decode(publicKey),
        Base64.getDecoder().decode(signature));
  }
}
