package dev.plumbline.core.model;

import static java.util.Objects.requireNonNull;

/**
 * Text that is no model name, and why.
 *
 * @param reason what is wrong and what the reader can do, in one sentence
 */
public record NotAModelName(String input, String reason) implements ParsedModelName {

  public NotAModelName {
    requireNonNull(input, "input");
    requireNonNull(reason, "reason");
  }
}
