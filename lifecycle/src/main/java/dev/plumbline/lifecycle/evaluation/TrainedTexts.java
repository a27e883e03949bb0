package dev.plumbline.lifecycle.evaluation;

import dev.plumbline.core.hash.Sha256;
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
    byte[] hash = Sha256.of(plain);
    long[] parts = new long[LONGS];
    Arrays.setAll(parts, i -> java.nio.ByteBuffer.wrap(hash).getLong(i * Long.BYTES));
    return new Key(parts[0], parts[1]);
  }
}
