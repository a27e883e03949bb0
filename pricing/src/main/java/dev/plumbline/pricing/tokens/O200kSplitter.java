package dev.plumbline.pricing.tokens;

/**
 * Splits text into the pieces that o200k_base merges bytes within: the published pattern as
 * hand-written code, because a regular expression takes most of the time of counting. Each method
 * is one alternative of the pattern, with the backtracking that a regular expression would do:
 *
 * <pre>
 * [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
 * [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?
 * \p{N}{1,3}
 *  ?[^\s\p{L}\p{N}]+[\r\n/]*
 * \s*[\r\n]+
 * \s+(?!\S)
 * \s+
 * </pre>
 */
final class O200kSplitter {

  private static final int NONE = -1;
  private static final int MOST_DIGITS = 3;

  private final String text;

  O200kSplitter(String text) {
    this.text = text;
  }

  /** The end of the piece that begins at a position inside the text. */
  int end(int from) {
    int kinds = kinds(from);
    if ((kinds & CharacterKinds.NUMBER) != 0) {
      return numbers(from);
    }
    int end = word(from, kinds);
    if (end == NONE) {
      end = symbols(from, kinds);
    }
    return end == NONE ? spaces(from) : end;
  }

  /** The two alternatives for words: one that ends in a tail, else one that has a head. */
  private int word(int from, int kinds) {
    int behindPrefix = (kinds & CharacterKinds.PREFIX) != 0 ? from + width(from) : NONE;
    int end = behindPrefix == NONE ? NONE : withTail(behindPrefix);
    if (end == NONE) {
      end = withTail(from);
    }
    if (end == NONE && behindPrefix != NONE) {
      end = withHead(behindPrefix);
    }
    return end == NONE ? withHead(from) : end;
  }

  private int withTail(int from) {
    int headEnd = run(from, CharacterKinds.HEAD);
    int tailEnd = run(headEnd, CharacterKinds.TAIL);
    if (tailEnd > headEnd) {
      return contraction(tailEnd);
    }
    // the head took all: it gives back characters until one can be the tail
    for (int at = headEnd; at > from; ) {
      int before = at - Character.charCount(text.codePointBefore(at));
      if ((kinds(before) & CharacterKinds.TAIL) != 0) {
        return contraction(at);
      }
      at = before;
    }
    return NONE;
  }

  private int withHead(int from) {
    int headEnd = run(from, CharacterKinds.HEAD);
    return headEnd == from ? NONE : contraction(run(headEnd, CharacterKinds.TAIL));
  }

  private int contraction(int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '\'') {
      return at;
    }
    return switch (folded(at + 1)) {
      case 's', 't', 'm', 'd' -> at + 2;
      case 'r', 'v' -> folded(at + 2) == 'e' ? at + 3 : at;
      case 'l' -> folded(at + 2) == 'l' ? at + 3 : at;
      default -> at;
    };
  }

  /** As a case-insensitive pattern compares: the long s is an s. */
  private char folded(int at) {
    return at < text.length()
        ? Character.toLowerCase(Character.toUpperCase(text.charAt(at)))
        : '\0';
  }

  private int numbers(int from) {
    int at = from;
    for (int digits = 0; digits < MOST_DIGITS && is(at, CharacterKinds.NUMBER); digits++) {
      at += width(at);
    }
    return at;
  }

  private int symbols(int from, int kinds) {
    boolean blank = text.charAt(from) == ' ';
    if (!blank && (kinds & CharacterKinds.SYMBOL) == 0) {
      return NONE;
    }
    int start = blank ? from + 1 : from;
    int at = run(start, CharacterKinds.SYMBOL);
    if (at == start) {
      return NONE;
    }
    while (at < text.length() && isLineEndOrSlash(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLineEndOrSlash(char unit) {
    return unit == '\r' || unit == '\n' || unit == '/';
  }

  /** Up to the last line end; else all but the blank that belongs to the next word; else all. */
  private int spaces(int from) {
    int end = run(from, CharacterKinds.SPACE);
    for (int at = end; at > from; at--) {
      if (text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r') {
        return at;
      }
    }
    // every space is one UTF-16 unit
    return end == text.length() || end == from + 1 ? end : end - 1;
  }

  private int run(int from, int kind) {
    int at = from;
    while (is(at, kind)) {
      at += width(at);
    }
    return at;
  }

  private boolean is(int at, int kind) {
    return at < text.length() && (kinds(at) & kind) != 0;
  }

  private int kinds(int at) {
    char unit = text.charAt(at);
    return CharacterKinds.of(Character.isHighSurrogate(unit) ? text.codePointAt(at) : unit);
  }

  private int width(int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? Character.charCount(text.codePointAt(at))
        : 1;
  }
}
