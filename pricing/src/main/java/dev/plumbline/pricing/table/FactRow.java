package dev.plumbline.pricing.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** One line of a file of facts; each way of reading a field names the field when it fails. */
public final class FactRow {

  private static final int MAX_FIELD = 1_000;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,18})?");

  private final CSVRecord fields;
  private final String place;

  FactRow(CSVRecord fields, String file, long line) {
    this.fields = fields;
    this.place = file + ":" + line;
  }

  /** File and line, for example {@code overrides.csv:3}. */
  public String place() {
    return place;
  }

  /** The text, empty when the cell is. */
  public String text(String field) {
    if (!fields.isSet(field)) {
      throw new BadFieldException(
          field, "the line ends before it", "give every line all the columns");
    }
    String text = fields.get(field);
    if (text.length() > MAX_FIELD) {
      throw new BadFieldException(field, "is too long", "use at most " + MAX_FIELD + " characters");
    }
    return text;
  }

  public String required(String field) {
    String text = text(field);
    if (text.isBlank()) {
      throw new BadFieldException(field, "is empty", "fill it in");
    }
    return text;
  }

  /** A value known by its label. */
  public <T> T label(String field, Function<String, Optional<T>> find, String labels) {
    String text = required(field);
    return find.apply(text)
        .orElseThrow(
            () -> new BadFieldException(field, "unknown: " + text, "use one of " + labels));
  }

  public boolean bool(String field) {
    return label(field, FactRow::findBoolean, "true, false");
  }

  private static Optional<Boolean> findBoolean(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  public BigDecimal amount(String field) {
    String text = required(field);
    if (!AMOUNT.matcher(text).matches()) {
      throw new BadFieldException(
          field, "not an amount: " + text, "write plain decimal digits such as 0.075");
    }
    return new BigDecimal(text);
  }

  public Currency currency(String field) {
    String code = required(field);
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new BadFieldException(
          field, "not a currency: " + code, "use an ISO 4217 code such as USD");
    }
  }

  public Optional<LocalDate> findDay(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(toDay(field, text));
  }

  public LocalDate day(String field) {
    return toDay(field, required(field));
  }

  private static LocalDate toDay(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadFieldException(field, "not a date: " + text, "write it as 2026-11-20");
    }
  }
}
