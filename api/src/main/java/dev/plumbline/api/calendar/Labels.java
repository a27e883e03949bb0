package dev.plumbline.api.calendar;

import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Published spellings, and texts of requests read as values. */
final class Labels {

  private static final int LONGEST = 300;

  private Labels() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant with that spelling; a dash is as good as an underscore. */
  static <E extends Enum<E>> Optional<E> constant(
      String field, Optional<String> given, Class<E> type) {
    return text(field, given)
        .map(
            text ->
                Arrays.stream(type.getEnumConstants())
                    .filter(one -> of(one).equals(text.toLowerCase(Locale.ROOT).replace('-', '_')))
                    .findFirst()
                    .orElseThrow(
                        () -> Input.refused(field, "'" + text + "' is none of " + all(type))));
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Labels::of).collect(Collectors.joining(", "));
  }

  static Optional<Provider> provider(Optional<String> given) {
    return text("provider", given).map(key -> Input.read("provider", () -> Provider.of(key)));
  }

  static Optional<LocalDate> day(String field, Optional<String> given) {
    return text(field, given)
        .map(text -> Input.read(field, () -> LocalDate.parse(text)))
        .map(
            day -> {
              if (day.getYear() < 2015 || day.getYear() > 2100) {
                throw Input.refused(field, "a day from 2015 to 2100");
              }
              return day;
            });
  }

  /** Absent when empty. */
  static Optional<String> text(String field, Optional<String> given) {
    Optional<String> text = given.map(String::strip).filter(each -> !each.isEmpty());
    if (text.filter(each -> !isSound(each)).isPresent()) {
      throw Input.refused(
          field, "longer than %d characters, or with control characters".formatted(LONGEST));
    }
    return text;
  }

  private static boolean isSound(String text) {
    return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
  }

  static boolean flag(String field, Optional<String> given) {
    return text(field, given)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw Input.refused(field, "true or false");
                })
        .orElse(false);
  }

  static int limit(String text) {
    int limit =
        Input.read(
            "limit",
            () -> {
              try {
                return Integer.parseInt(text);
              } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a number that fits here", e);
              }
            });
    if (limit < 1 || limit > 500) {
      throw Input.refused("limit", "a number from 1 to 500");
    }
    return limit;
  }
}
