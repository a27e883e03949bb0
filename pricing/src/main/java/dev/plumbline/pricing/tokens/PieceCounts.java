package dev.plumbline.pricing.tokens;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToIntFunction;

/**
 * Remembers how many tokens short pieces have: most words come again. Every piece has one place,
 * where the latest one stays, so memory is bounded (about 16 MB). Safe for use by several threads.
 */
final class PieceCounts {

  private static final int PLACES = 1 << 17;
  private static final int LONGEST = 48;

  private final AtomicReferenceArray<Known> places = new AtomicReferenceArray<>(PLACES);
  private final ShortPieceCounts shortPieces = new ShortPieceCounts();
  private final ToIntFunction<String> counting;

  private record Known(String piece, int tokens) {}

  PieceCounts(ToIntFunction<String> counting) {
    this.counting = counting;
  }

  int tokens(String text, int from, int to) {
    long key = ShortPieceCounts.key(text, from, to);
    if (key == 0) {
      return longer(text, from, to);
    }
    int known = shortPieces.find(key);
    if (known != ShortPieceCounts.UNKNOWN) {
      return known;
    }
    int tokens = counting.applyAsInt(text.substring(from, to));
    shortPieces.put(key, tokens);
    return tokens;
  }

  private int longer(String text, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return counting.applyAsInt(text.substring(from, to));
    }
    int place = placeOf(text, from, to);
    Known known = places.getAcquire(place);
    if (known != null && known.piece().length() == length && text.startsWith(known.piece(), from)) {
      return known.tokens();
    }
    String piece = text.substring(from, to);
    int tokens = counting.applyAsInt(piece);
    places.setRelease(place, new Known(piece, tokens));
    return tokens;
  }

  private static int placeOf(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    hash *= 0x9E37_79B9;
    return (hash ^ hash >>> 15) & (PLACES - 1);
  }
}
