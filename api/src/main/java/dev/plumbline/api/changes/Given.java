package dev.plumbline.api.changes;

import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.ModelId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the fields of requests about plans and changes. What does not fit is a 400. */
public final class Given {

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_MODEL = 1024;

  private Given() {}

  public static <T> T body(@Nullable T body) {
    if (body == null) {
      throw Input.refused("body", "the body is empty");
    }
    return body;
  }

  public static UUID id(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }

  /** A short text that must be there. */
  public static String name(String field, @Nullable String text) {
    return sound(field, text, LONGEST_NAME)
        .orElseThrow(() -> Input.refused(field, "give 1 to %d characters".formatted(LONGEST_NAME)));
  }

  public static Optional<String> nameIfAny(String field, @Nullable String text) {
    return sound(field, text, LONGEST_NAME);
  }

  /** Some sentences that must be there. */
  public static String text(String field, @Nullable String text) {
    return sound(field, text, LONGEST_TEXT)
        .orElseThrow(() -> Input.refused(field, "give 1 to %d characters".formatted(LONGEST_TEXT)));
  }

  public static Optional<String> textIfAny(String field, @Nullable String text) {
    return sound(field, text, LONGEST_TEXT);
  }

  /** A model by provider and name. */
  public static ModelId model(String field, @Nullable String provider, @Nullable String name) {
    String at =
        sound(field + ".provider", provider, 100)
            .orElseThrow(() -> Input.refused(field + ".provider", "a provider is needed"));
    String called =
        sound(field + ".model", name, LONGEST_MODEL)
            .filter(given -> given.chars().noneMatch(c -> c <= ' ' || c > '~'))
            .orElseThrow(
                () ->
                    Input.refused(
                        field + ".model",
                        "a model's name has 1 to 1024 printable ASCII characters, no spaces"));
    return Input.read(field + ".provider", () -> NamedModel.of(at, called));
  }

  private static Optional<String> sound(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > longest || text.chars().anyMatch(Given::isHidden)) {
      throw Input.refused(
          field, "longer than %d characters, or with control characters".formatted(longest));
    }
    return Optional.of(text.strip());
  }

  private static boolean isHidden(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\r';
  }
}
