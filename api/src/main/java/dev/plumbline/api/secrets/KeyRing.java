package dev.plumbline.api.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys that are known; the first one wraps what is new.
 *
 * <p>As text: one a line, {@code version base64}; blank lines and lines after {@code #} are
 * skipped.
 */
record KeyRing(List<MasterKey> keys) {

  private static final int MOST = 100;

  KeyRing {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no master key");
    }
  }

  /**
   * @param source for messages, for example the path of a file
   * @throws IllegalArgumentException naming source and line, never the key
   */
  static KeyRing parse(List<String> lines, String source) {
    List<MasterKey> keys = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        keys.add(key(line, keys));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, line %d: %s".formatted(source, number, e.getMessage()));
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(source + " has no key in it");
    }
    return new KeyRing(keys);
  }

  private static MasterKey key(String line, List<MasterKey> before) {
    String[] words = line.split("\\s+", -1);
    if (words.length != 2) {
      throw new IllegalArgumentException("not a version, a space and 32 bytes in base64");
    }
    MasterKey key = new MasterKey(words[0], new SecretKeySpec(bytes(words[1]), "AES"));
    if (before.stream().anyMatch(other -> other.version().equals(key.version()))) {
      throw new IllegalArgumentException("the version '%s' is there twice".formatted(words[0]));
    }
    if (before.size() == MOST) {
      throw new IllegalArgumentException("more than %d keys".formatted(MOST));
    }
    return key;
  }

  private static byte[] bytes(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) { // whose text has a part of the key
      throw new IllegalArgumentException("the key is not base64");
    }
    if (bytes.length != MasterKey.BYTES) {
      Arrays.fill(bytes, (byte) 0);
      throw new IllegalArgumentException(
          "the key has %d bytes, not %d; make one with: openssl rand -base64 32"
              .formatted(bytes.length, MasterKey.BYTES));
    }
    return bytes;
  }

  MasterKey current() {
    return keys.get(0);
  }

  Optional<MasterKey> find(String version) {
    return keys.stream().filter(key -> key.version().equals(version)).findFirst();
  }

  List<String> versions() {
    return keys.stream().map(MasterKey::version).toList();
  }
}
