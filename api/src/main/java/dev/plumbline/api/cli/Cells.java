package dev.plumbline.api.cli;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Single values as text. */
final class Cells {

  private Cells() {}

  static String text(Object cell) {
    Object value = unwrapped(cell).orElse("");
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(Cells::text).collect(Collectors.joining("; "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
          .collect(Collectors.joining("; "));
    }
    return value.toString();
  }

  /** The value inside an Optional of any sort. */
  static Optional<Object> unwrapped(Object cell) {
    if (cell instanceof Optional<?> optional) {
      return optional.flatMap(Cells::unwrapped);
    }
    if (cell instanceof OptionalInt optional) {
      return optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
    }
    if (cell instanceof OptionalLong optional) {
      return optional.isPresent() ? Optional.of(optional.getAsLong()) : Optional.empty();
    }
    return Optional.of(cell);
  }

  static boolean isNumberOrEmpty(Object cell) {
    return unwrapped(cell).map(value -> value instanceof Number).orElse(true);
  }

  /** Text that cannot move a terminal's cursor: names and file lines come from strangers. */
  static String printable(String text) {
    if (text.chars().noneMatch(Cells::isHarmful)) {
      return text;
    }
    StringBuilder safe = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (isHarmful(c)) {
                safe.append("\\u%04x".formatted(c));
              } else {
                safe.append((char) c);
              }
            });
    return safe.toString();
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c) && c != '\n';
  }
}
