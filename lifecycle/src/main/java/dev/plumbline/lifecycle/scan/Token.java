package dev.plumbline.lifecycle.scan;

/**
 * The longest run of characters that names can have, without the punctuation of the sentence.
 *
 * @param start offset of its first character
 * @param isWhole whether what surrounds it can surround a whole name; {@code gpt-4o${x}} is a part
 */
record Token(String text, int start, boolean isWhole) {

  private static final int LONGEST = 1024;
  private static final String PART_BEFORE = "\\}$%*^#~";
  private static final String PART_BEHIND = "{$%*[(^~";

  /** The token around an offset. */
  static Token around(String text, int offset) {
    int start = offset;
    while (start > 0 && offset - start < LONGEST && isPart(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && end - offset < LONGEST && isPart(text.charAt(end))) {
      end++;
    }
    int trimmed = end;
    while (trimmed > offset && ".:,/-".indexOf(text.charAt(trimmed - 1)) >= 0) {
      trimmed--;
    }
    // a trailing dash is no punctuation: what follows it is missing
    boolean cut = trimmed < end && text.charAt(trimmed) == '-';
    return new Token(text.substring(start, trimmed), start, !cut && isWhole(text, start, end));
  }

  private static boolean isWhole(String text, int start, int end) {
    if (start > 0 && PART_BEFORE.indexOf(text.charAt(start - 1)) >= 0) {
      return false;
    }
    if (end == text.length()) {
      return true;
    }
    char behind = text.charAt(end);
    if (behind == '\\') {
      return end + 1 < text.length() && "\"'nrt`".indexOf(text.charAt(end + 1)) >= 0;
    }
    return PART_BEHIND.indexOf(behind) < 0;
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._:/@".indexOf(c) >= 0;
  }

  int end() {
    return start + text.length();
  }

  boolean isAddress() {
    return text.contains("://") || text.startsWith("/v1");
  }
}
