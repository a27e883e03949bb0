package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

/**
 * What a reader must know before repeating the answer.
 *
 * @param tone {@code care} or {@code bad}
 */
public record Warning(String tone, String title, String text) {

  public Warning {
    requireNonNull(tone, "tone");
    requireNonNull(title, "title");
    requireNonNull(text, "text");
  }
}
