package dev.plumbline.pricing.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** One line of a file of facts; each way of reading a field names the field when it fails. */
final class CsvRow {

  private static final int MAX_FIELD = 1_000;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,18})?");

  private final CSVRecord fields;

  CsvRow(CSVRecord fields) {
    this.fields = fields;
  }

  /** The text, empty when the cell is. */
  String text(String field) {
    if (!fields.isSet(field)) {
      throw new BadField(field, "the line ends before it", "give every line all the columns");
    }
    String text = fields.get(field);
    if (text.length() > MAX_FIELD) {
      throw new BadField(field, "is too long", "use at most " + MAX_FIELD + " characters");
    }
    return text;
  }

  String required(String field) {
    String text = text(field);
    if (text.isBlank()) {
      throw new BadField(field, "is empty", "fill it in");
    }
    return text;
  }

  /** A value known by its label. */
  <T> T label(String field, Function<String, Optional<T>> find, String labels) {
    String text = required(field);
    return find.apply(text)
        .orElseThrow(() -> new BadField(field, "unknown: " + text, "use one of " + labels));
  }

  boolean bool(String field) {
    return label(field, CsvRow::findBoolean, "true, false");
  }

  private static Optional<Boolean> findBoolean(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  BigDecimal amount(String field) {
    String text = required(field);
    if (!AMOUNT.matcher(text).matches()) {
      throw new BadField(
          field, "not an amount: " + text, "write plain decimal digits such as 0.075");
    }
    return new BigDecimal(text);
  }

  Optional<LocalDate> findDay(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(toDay(field, text));
  }

  LocalDate day(String field) {
    return toDay(field, required(field));
  }

  private static LocalDate toDay(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadField(field, "not a date: " + text, "write it as 2026-11-20");
    }
  }
}
