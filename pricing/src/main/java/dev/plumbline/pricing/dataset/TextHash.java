package dev.plumbline.pricing.dataset;

import java.text.Normalizer;

/**
 * A 64-bit hash of texts that a reader would call the same: compatibility forms, letter case,
 * punctuation and the width of gaps do not matter. Never leaves the process, holds no text.
 */
final class TextHash {

  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  /** The one common letter whose folded form is longer. */
  private static final int SHARP_S = 0xDF;

  private static final int CAPITAL_SHARP_S = 0x1E9E;

  private long hash = PRIME;
  private boolean gap;
  private boolean begun;

  /** Adds a text in normal form, and its end, so that "a" "b" differs from "ab". */
  TextHash text(String text) {
    gap = false;
    begun = false;
    if (isAscii(text)) {
      for (int i = 0; i < text.length(); i++) {
        ascii(text.charAt(i));
      }
    } else {
      String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
      for (int i = 0; i < compatible.length(); i += width(compatible, i)) {
        codePoint(compatible.codePointAt(i));
      }
    }
    return number(-1);
  }

  /** Adds a text as it stands: addresses and names mean something else in another spelling. */
  TextHash literal(String text) {
    for (int i = 0; i < text.length(); i++) {
      mix(text.charAt(i));
    }
    return number(-2);
  }

  TextHash number(long value) {
    mix(value);
    return this;
  }

  /** The hash so far; never 0, which the tables use for a free place. */
  long value() {
    long mixed = hash;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
    mixed ^= mixed >>> 31;
    return mixed == 0 ? PRIME : mixed;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private void ascii(char unit) {
    if (unit >= 'a' && unit <= 'z') {
      visible(unit);
    } else if (unit >= 'A' && unit <= 'Z') {
      visible(unit + 32);
    } else if ((unit >= '0' && unit <= '9') || unit == '_') {
      visible(unit);
    } else {
      gap = true;
    }
  }

  private static int width(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }

  private void codePoint(int codePoint) {
    if (codePoint < 128) {
      ascii((char) codePoint);
    } else if (codePoint == SHARP_S || codePoint == CAPITAL_SHARP_S) {
      visible('s');
      visible('s');
    } else if (Character.isLetterOrDigit(codePoint)) {
      visible(Character.toLowerCase(Character.toUpperCase(codePoint)));
    } else {
      gap = true;
    }
  }

  private void visible(int codePoint) {
    if (gap && begun) {
      mix(' ');
    }
    gap = false;
    begun = true;
    mix(codePoint);
  }

  private void mix(long value) {
    hash = Long.rotateLeft((hash ^ value) * PRIME, 29);
  }
}
