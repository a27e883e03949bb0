package dev.plumbline.lifecycle.probe;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One message of a prompt. */
public record ProbeMessage(Role role, String content) {

  private static final int LONGEST = 100_000;

  /** Who speaks. */
  public enum Role {
    SYSTEM,
    DEVELOPER,
    USER,
    ASSISTANT;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String label) {
      return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
    }
  }

  public ProbeMessage {
    requireNonNull(role, "role");
    requireNonNull(content, "content");
    if (content.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a message has at most %,d characters, this one %,d"
              .formatted(LONGEST, content.length()));
    }
  }

  public static ProbeMessage user(String content) {
    return new ProbeMessage(Role.USER, content);
  }
}
