package dev.plumbline.lifecycle.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a model was trained on, as hashes: enough to see that a hold-out row is among it, and no
 * text is kept. Case, spaces and Unicode forms do not make a text another one. A row that was
 * reworded is not found.
 */
public final class TrainedTexts {

  private static final int LONGS = 2; // 128 bits of SHA-256: no chance of a false leak

  private final Set<Key> keys = new HashSet<>();

  private record Key(long high, long low) {}

  /** Notes the text of one training row, such as all that comes before its answer. */
  public void add(String text) {
    keys.add(key(text));
  }

  public boolean contains(String text) {
    return keys.contains(key(text));
  }

  private static Key key(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("\\s+", " ");
    byte[] hash = sha256(plain);
    long[] parts = new long[LONGS];
    Arrays.setAll(parts, i -> java.nio.ByteBuffer.wrap(hash).getLong(i * Long.BYTES));
    return new Key(parts[0], parts[1]);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
