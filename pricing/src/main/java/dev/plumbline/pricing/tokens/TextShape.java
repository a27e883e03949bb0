package dev.plumbline.pricing.tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * What must be known about a text before its tokens can be counted in bounded time.
 *
 * @param cuts positions at which runs longer than {@link #LONGEST_RUN} are cut
 * @param exact whether the count is certain: nothing was cut and every character is known to the
 *     Unicode 13 tables that a Java 17 runtime splits words with
 */
record TextShape(List<Integer> cuts, boolean exact) {

  /**
   * Characters of one class in a row that may form one word. Byte-pair merging takes more than
   * linear time in the length of a word: 10^6 letters take 4.6 s.
   */
  static final int LONGEST_RUN = 4_096;

  private static final TextShape ORDINARY = new TextShape(List.of(), true);

  private enum CharacterClass {
    LETTER,
    DIGIT,
    SPACE,
    OTHER
  }

  static TextShape of(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length() && ascii; i++) {
      ascii = text.charAt(i) < 128;
    }
    if (ascii && text.length() <= LONGEST_RUN) {
      return ORDINARY;
    }
    return scan(text);
  }

  private static TextShape scan(String text) {
    List<Integer> cuts = new ArrayList<>();
    boolean known = true;
    CharacterClass before = CharacterClass.OTHER;
    int run = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      known &= codePoint < 128 || isKnown(codePoint);
      CharacterClass now = classOf(codePoint);
      run = now == before ? run + 1 : 1;
      before = now;
      if (run > LONGEST_RUN) {
        cuts.add(i);
        run = 1;
      }
      i += Character.charCount(codePoint);
    }
    return cuts.isEmpty() && known ? ORDINARY : new TextShape(List.copyOf(cuts), false);
  }

  /** Whether the runtime's Unicode version has all characters of a text. */
  static boolean isKnown(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return text.codePoints().allMatch(TextShape::isKnown);
      }
    }
    return true;
  }

  private static boolean isKnown(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.UNASSIGNED && type != Character.SURROGATE;
  }

  private static CharacterClass classOf(int codePoint) {
    if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      return CharacterClass.SPACE;
    }
    if (Character.isLetter(codePoint) || isMark(codePoint)) {
      return CharacterClass.LETTER;
    }
    return Character.isDigit(codePoint) ? CharacterClass.DIGIT : CharacterClass.OTHER;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
