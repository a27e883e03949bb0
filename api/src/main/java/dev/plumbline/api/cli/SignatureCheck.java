package dev.plumbline.api.cli;

import dev.plumbline.api.audit.SignedStatement;
import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.FileSignature;
import java.util.List;
import java.util.Optional;

/**
 * What the signature of an evidence file says.
 *
 * @param label {@code none}, {@code broken}, {@code sound} for a key that nobody named, {@code
 *     trusted} for a named one, {@code stranger} for another
 * @param keyId of the file
 */
record SignatureCheck(String label, Optional<String> keyId) {

  /**
   * @param trusted public keys in base64; empty when none were named
   */
  static SignatureCheck of(EvidenceFile file, Optional<List<String>> trusted) {
    Optional<String> id = file.signature().map(FileSignature::keyId);
    return new SignatureCheck(
        file.signature()
            .map(signature -> label(file, signature, trusted))
            .orElse(trusted.isPresent() ? "missing" : "none"),
        id);
  }

  private static String label(
      EvidenceFile file, FileSignature signature, Optional<List<String>> trusted) {
    var statement =
        new SignedStatement(signature.keyId(), signature.publicKey(), signature.signature());
    if (!statement.holds(FileSignature.statement(file.digest()))) {
      return "broken";
    }
    return trusted
        .map(keys -> keys.contains(signature.publicKey()) ? "trusted" : "stranger")
        .orElse("sound");
  }

  /** An unsigned file is good unless somebody named who has to sign it. */
  boolean isGood() {
    return List.of("none", "sound", "trusted").contains(label);
  }

  String sentence() {
    String key = keyId.orElse("");
    return switch (label) {
      case "none" -> "The file is not signed.";
      case "missing" -> "The file is not signed, and a key was named.";
      case "broken" -> "The signature does not hold.";
      case "sound" ->
          "The signature holds by the file's own key %s; name whose it is with --public-key or --server."
              .formatted(key);
      case "trusted" -> "The signature holds by the key %s, which was named.".formatted(key);
      default -> "The signature is by the key %s, which is not a named one.".formatted(key);
    };
  }
}
