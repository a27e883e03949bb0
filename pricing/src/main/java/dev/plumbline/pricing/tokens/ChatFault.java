package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a chat that came from outside.
 *
 * @param field path of the field, for example {@code messages[2].content}
 * @param countable whether tokens can be counted nevertheless
 */
public record ChatFault(Code code, String field, String problem, String remedy, boolean countable) {

  /** The rules that a chat can break. */
  public enum Code {
    BAD_MESSAGES,
    BAD_CONTENT,
    BAD_TOOL_CALL,
    BAD_TOOLS
  }

  public ChatFault {
    requireNonNull(code, "code");
    requireNonNull(field, "field");
    requireNonNull(problem, "problem");
    requireNonNull(remedy, "remedy");
  }
}
