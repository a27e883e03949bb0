package dev.plumbline.pricing.tokens;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers the tokens of pieces of up to eight ASCII characters, which most pieces are. Piece and
 * count are one number, so a look-up touches one place in memory. Safe for use by several threads.
 */
final class ShortPieceCounts {

  /** What {@link #find} answers when a piece is not known. */
  static final int UNKNOWN = 0;

  private static final int PLACE_BITS = 16;
  private static final int LONGEST = 8;
  private static final int ASCII_BITS = 7;
  private static final int COUNT_BITS = 4;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  private final AtomicLongArray places = new AtomicLongArray(1 << PLACE_BITS);

  /** The piece as a number with room for its count; 0 when it is too long or not ASCII. */
  static long key(String text, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return 0;
    }
    long key = length;
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (unit >= 1 << ASCII_BITS) {
        return 0;
      }
      key = key << ASCII_BITS | unit;
    }
    return key << COUNT_BITS; // 4 bits of length, 56 of text, 4 of count
  }

  int find(long key) {
    long known = places.getOpaque(placeOf(key));
    return (known & ~COUNT_MASK) == key ? (int) (known & COUNT_MASK) : UNKNOWN;
  }

  void put(long key, int tokens) {
    places.setOpaque(placeOf(key), key | tokens);
  }

  private static int placeOf(long key) {
    return (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - PLACE_BITS));
  }
}
