package dev.plumbline.api.problem;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Words for a caller about values and types, short and without names of classes. */
final class Printable {

  private static final int LONGEST = 100;

  private Printable() {}

  /** The text without control characters and cut to a length that fits a message. */
  static String of(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }

  static String kindOf(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == LocalDate.class) {
      return "a day such as 2026-01-31";
    }
    if (type == Instant.class) {
      return "a moment such as 2026-01-31T12:00:00Z";
    }
    return isNumber(type) ? "a number that fits here" : "a value that fits here";
  }

  /** The sentence of a constructor that refused the value, else a general one. */
  static String causeOf(JsonMappingException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
      return of(cause.getMessage());
    }
    if (cause instanceof StreamConstraintsException) {
      return "the JSON is nested too deeply, or one of its values is too long";
    }
    return "a value is missing or of the wrong kind";
  }

  private static boolean isNumber(Class<?> type) {
    return type.isPrimitive() || Number.class.isAssignableFrom(type) || type == BigDecimal.class;
  }
}
