package dev.plumbline.api.registry;

/**
 * One clock of a model as a person reads it.
 *
 * @param day ISO day; empty where nobody knows it
 * @param words {@code 55 days}, {@code ended}, {@code no end stated}
 * @param sortKey days left for sorting; empty where nobody knows them
 * @param tone the colour class
 * @param why the rule and how firm it is, or why there is no day
 */
record ClockCell(String day, String words, String sortKey, String tone, String why) {

  private static final long SOON = 60;
  private static final long NEAR = 180;

  static ClockCell of(EndView end) {
    if (end.day() == null || end.daysLeft() == null) {
      return new ClockCell("", "no end stated", "", "tone-plain", text(end.gap()));
    }
    long left = end.daysLeft();
    return new ClockCell(
        end.day().toString(), words(left), Long.toString(left), tone(left), why(end));
  }

  private static String words(long left) {
    if (left <= 0) {
      return "ended";
    }
    return left == 1 ? "1 day" : left + " days";
  }

  private static String tone(long left) {
    if (left < SOON) {
      return "tone-bad";
    }
    return left < NEAR ? "tone-care" : "tone-good";
  }

  private static String why(EndView end) {
    return "%s, %s%s"
        .formatted(
            end.rule().replace('_', ' '),
            text(end.certainty()),
            end.disputedBy() == null ? "" : "; another source disagrees");
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  public boolean isKnown() {
    return !day.isEmpty();
  }
}
