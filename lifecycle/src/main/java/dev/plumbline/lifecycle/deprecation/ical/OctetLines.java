package dev.plumbline.lifecycle.deprecation.ical;

import java.nio.charset.StandardCharsets;

/**
 * Folds content lines by octets. The library counts characters, and a line of 75 of them can be far
 * longer in UTF-8.
 */
final class OctetLines {

  private static final int MOST_OCTETS = 75;
  private static final String BREAK = "\r\n ";

  private OctetLines() {}

  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.replace(BREAK, "").lines().forEach(line -> fold(line, folded));
    return folded.toString();
  }

  private static void fold(String line, StringBuilder folded) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int length = Character.charCount(line.codePointAt(i));
      String symbol = line.substring(i, i + length);
      int size = symbol.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST_OCTETS) {
        folded.append(BREAK);
        octets = 1;
      }
      folded.append(symbol);
      octets += size;
      i += length;
    }
    folded.append("\r\n");
  }
}
