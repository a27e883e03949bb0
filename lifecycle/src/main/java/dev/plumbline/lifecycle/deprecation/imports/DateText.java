package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.imports.table.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as providers write it: {@code 2026-10-23}, {@code Oct 23, 2026}, {@code October 23rd,
 * 2026}, {@code 23 October 2026}; with "no earlier than" and its like it is only a bound.
 *
 * @param day empty when the text says that there is none
 */
record DateText(Optional<LocalDate> day, boolean isBound) {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\\.?,? (\\d{4})\\b");
  private static final Pattern BOUND =
      Pattern.compile(
          "(no|not) (earlier|sooner|before)|not before|at (the )?earliest|earliest|or later|>=|≥");
  private static final Pattern NONE =
      Pattern.compile(
          "|[-–—]+|n/?a|none|tbd|tba|no (shutdown |retirement )?date( announced| yet)?"
              + "|no shutdown date announced|not (announced|scheduled)|null");

  static final DateText NO_DATE = new DateText(Optional.empty(), false);

  /** Empty when the text is neither a date nor a way to say that there is none. */
  static Optional<DateText> parse(String text) {
    String plain = PlainText.of(text).replace("^", "").replace("`", "").strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    if (NONE.matcher(lower).matches()) {
      return Optional.of(NO_DATE);
    }
    return day(lower).map(day -> new DateText(Optional.of(day), BOUND.matcher(lower).find()));
  }

  /** The first day that running text names. */
  static Optional<LocalDate> firstIn(String text) {
    return day(PlainText.of(text).toLowerCase(Locale.ROOT));
  }

  private static Optional<LocalDate> day(String lower) {
    Matcher iso = ISO.matcher(lower);
    if (iso.find()) {
      return of(iso.group(1), number(iso.group(2)), iso.group(3));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(lower);
    while (monthFirst.find()) {
      Optional<LocalDate> day =
          of(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
      if (day.isPresent()) {
        return day;
      }
    }
    Matcher dayFirst = DAY_FIRST.matcher(lower);
    return dayFirst.find()
        ? of(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1))
        : Optional.empty();
  }

  private static Optional<LocalDate> of(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** 0 for a word that is no month. */
  private static int month(String word) {
    return MONTHS.indexOf(word.substring(0, 3)) + 1;
  }

  /** How firmly a provider's own page stands behind it. */
  ClaimCertainty certainty(ClaimCertainty exact) {
    return isBound ? ClaimCertainty.EARLIEST : exact;
  }
}
