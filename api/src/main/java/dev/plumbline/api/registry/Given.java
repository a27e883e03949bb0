package dev.plumbline.api.registry;

import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of requests. What does not fit is a 400 that names the field. */
public final class Given {

  static final int NAME = 200;
  static final int CONTACT = 320;
  static final int MODEL = 1024;

  private static final int MOST_VALUES = 100;
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_VALUE = 1000;

  private Given() {}

  public static <T> T body(@Nullable T body) {
    if (body == null) {
      throw Input.refused("body", "the body is empty");
    }
    return body;
  }

  public static UUID id(String field, @Nullable String text) {
    return Input.read(field, () -> UUID.fromString(text == null ? "" : text));
  }

  /** A text that must be there. */
  public static String text(String field, @Nullable String text, int longest) {
    return textIfAny(field, text, longest).orElseThrow(() -> Input.refused(field, "it is missing"));
  }

  /** Empty for what is absent or blank. */
  public static Optional<String> textIfAny(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String given = text.strip();
    if (given.length() > longest || given.codePoints().anyMatch(Given::isHidden)) {
      throw Input.refused(
          field, "longer than %d characters, or with characters that hide".formatted(longest));
    }
    return Optional.of(given);
  }

  /** What a change says: absent leaves what is there, blank takes it away. */
  static Optional<String> patched(
      String field, Optional<String> current, @Nullable String text, int longest) {
    return text == null ? current : textIfAny(field, text, longest);
  }

  /** One of a closed set of words. */
  public static <T> Optional<T> wordIfAny(
      String field, @Nullable String text, Function<String, Optional<T>> finder, String words) {
    return textIfAny(field, text, NAME)
        .map(
            word ->
                finder
                    .apply(word)
                    .orElseThrow(() -> Input.refused(field, "it is one of " + words)));
  }

  /** One of a closed set of words, which must be there. */
  public static <T> T word(
      String field, @Nullable String text, Function<String, Optional<T>> finder, String words) {
    return wordIfAny(field, text, finder, words)
        .orElseThrow(() -> Input.refused(field, "it is missing: one of " + words));
  }

  /** A day of a form; empty for what is absent or blank. */
  @Nullable
  static LocalDate dayIfAny(String field, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Input.read(field, () -> LocalDate.parse(text.strip()));
  }

  public static Provider provider(@Nullable String text) {
    String spelling = text("provider", text, NAME);
    return Input.read("provider", () -> Provider.of(spelling));
  }

  /** Named values such as hyperparameters, in the order of their names. */
  static Map<String, String> values(String field, @Nullable Map<String, String> values) {
    Map<String, String> sound = new TreeMap<>();
    if (values == null) {
      return sound;
    }
    if (values.size() > MOST_VALUES) {
      throw Input.refused(field, "more than %d values".formatted(MOST_VALUES));
    }
    values.forEach(
        (name, value) ->
            sound.put(
                text(field, name, LONGEST_KEY), text(field + "." + name, value, LONGEST_VALUE)));
    return sound;
  }

  /** Characters that hide or reorder others would let one name look like another. */
  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
