package dev.plumbline.pricing.tokens;

/**
 * What the splitting pattern of o200k_base asks about characters, as bits: one character may be of
 * several kinds. The categories are those of the runtime's Unicode version.
 */
final class CharacterKinds {

  /** {@code [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]}: may stand in the head of a word. */
  static final int HEAD = 1;

  /** {@code [\p{Ll}\p{Lm}\p{Lo}\p{M}]}: may stand in the tail of a word. */
  static final int TAIL = 1 << 1;

  /** {@code [^\r\n\p{L}\p{N}]}: may precede a word. */
  static final int PREFIX = 1 << 2;

  /** {@code \p{N}}. */
  static final int NUMBER = 1 << 3;

  /** {@code \s} with Unicode's meaning. */
  static final int SPACE = 1 << 4;

  /** {@code [\r\n]}. */
  static final int LINE_END = 1 << 5;

  /** {@code [^\s\p{L}\p{N}]}. */
  static final int SYMBOL = 1 << 6;

  /** Not in the runtime's Unicode version, so newer tables may say something else. */
  static final int UNKNOWN = 1 << 7;

  private static final int NEXT_LINE = 0x85;
  private static final byte[] ASCII = ascii();

  private CharacterKinds() {}

  static int of(int codePoint) {
    return codePoint < ASCII.length ? ASCII[codePoint] : lookedUp(codePoint);
  }

  private static byte[] ascii() {
    byte[] kinds = new byte[128];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = (byte) lookedUp(c);
    }
    return kinds;
  }

  private static int lookedUp(int codePoint) {
    if (codePoint == '\r' || codePoint == '\n') {
      return SPACE | LINE_END;
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> HEAD;
      case Character.LOWERCASE_LETTER -> TAIL;
      case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> HEAD | TAIL;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          HEAD | TAIL | PREFIX | SYMBOL;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          NUMBER;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          SPACE | PREFIX;
      case Character.UNASSIGNED, Character.SURROGATE -> PREFIX | SYMBOL | UNKNOWN;
      default -> isControlSpace(codePoint) ? SPACE | PREFIX : PREFIX | SYMBOL;
    };
  }

  private static boolean isControlSpace(int codePoint) {
    return (codePoint >= '\t' && codePoint <= '\r') || codePoint == NEXT_LINE;
  }
}
