package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A call that an assistant message makes.
 *
 * @param id the id that a tool message answers; empty for the legacy {@code function_call}
 * @param arguments the argument text as it was written
 */
public record ToolCall(Optional<String> id, String name, String arguments) {

  public ToolCall {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(arguments, "arguments");
  }
}
