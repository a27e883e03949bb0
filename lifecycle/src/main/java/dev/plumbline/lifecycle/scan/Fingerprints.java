package dev.plumbline.lifecycle.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names findings of one file so that they are known again after their line moved: rule, path, model
 * and the text of the line without its white space, and a count where all of these are equal.
 */
final class Fingerprints {

  private static final int BYTES = 16;

  private final Map<String, Integer> seen = new HashMap<>();

  String of(ScanFinding finding, String line) {
    Mention mention = finding.mention();
    String key =
        String.join(
            "\n",
            finding.rule().id(),
            mention.spot().path(),
            mention.written(),
            line.replaceAll("\\s+", ""));
    int count = seen.merge(key, 1, Integer::sum);
    return hash(key + "\n" + count);
  }

  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
