package dev.plumbline.api.members;

import dev.plumbline.api.identity.Role;
import dev.plumbline.api.problem.Input;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the fields of requests. What does not fit is a 400 that names the field. */
final class Given {

  private static final int LONGEST_NAME = 200;

  private Given() {}

  static <T> T body(@Nullable T body) {
    if (body == null) {
      throw Input.refused("body", "the body is empty");
    }
    return body;
  }

  static String name(String field, @Nullable String text) {
    String name = text == null ? "" : text.strip();
    if (name.isEmpty()
        || name.codePointCount(0, name.length()) > LONGEST_NAME
        || name.codePoints().anyMatch(Given::isUnprintable)) {
      throw Input.refused(
          field, "a name has 1 to %d characters and no control characters".formatted(LONGEST_NAME));
    }
    return name;
  }

  /** Characters that hide or reorder others would let one name look like another. */
  private static boolean isUnprintable(int character) {
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

  static Optional<String> nameIfAny(String field, @Nullable String text) {
    return Optional.ofNullable(text).map(given -> name(field, given));
  }

  static EmailAddress email(String field, @Nullable String text) {
    return Input.read(field, () -> new EmailAddress(text == null ? "" : text));
  }

  static Role role(@Nullable String label) {
    return Optional.ofNullable(label)
        .flatMap(Role::findByLabel)
        .orElseThrow(() -> Input.refused("role", "a role is one of " + Role.labels()));
  }

  static Optional<Role> roleIfAny(@Nullable String label) {
    return Optional.ofNullable(label).map(Given::role);
  }

  static UUID id(String field, @Nullable String text) {
    return Input.read(field, () -> UUID.fromString(text == null ? "" : text));
  }
}
