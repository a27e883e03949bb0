package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.hash.Sha256;
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
    return HexFormat.of().formatHex(Sha256.of(key), 0, BYTES);
  }
}
