package dev.plumbline.lifecycle.deprecation.imports.table;

/** How much of a stranger's page is read. A page beyond a limit is refused whole. */
public final class PageLimits {

  /** Characters; the largest page of a provider in 2026 had 0.4 million. */
  public static final int MOST_CHARACTERS = 8_000_000;

  static final int MOST_TABLES = 1_000;
  static final int MOST_ROWS = 20_000;
  static final int MOST_CELLS = 40;
  static final int LONGEST_CELL = 4_000;

  private PageLimits() {}

  static void checkLength(String text) {
    check("characters", text.length(), MOST_CHARACTERS);
  }

  static void check(String what, int count, int most) {
    if (count > most) {
      throw new IllegalArgumentException(
          "the page has more than %,d %s; check that it is the right file".formatted(most, what));
    }
  }

  static String cell(String text) {
    check("characters in one cell", text.length(), LONGEST_CELL);
    return text;
  }
}
