package dev.plumbline.api.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.problem.Input;
import java.util.Optional;

/**
 * Which part of the list of tokens is wanted.
 *
 * @param limit from 1 to 500 entries
 * @param after id of the last one that was seen; empty for the beginning
 */
public record TokenSlice(int limit, Optional<String> after) {

  public static final String DEFAULT_LIMIT = "100";

  private static final int LARGEST = 500;

  public TokenSlice {
    requireNonNull(after, "after");
    if (limit < 1 || limit > LARGEST) {
      throw new IllegalArgumentException("a limit is a number from 1 to " + LARGEST);
    }
  }

  /** Reads the parameters; what does not fit is a 400. */
  public static TokenSlice of(String limit, Optional<String> after) {
    if (after.filter(id -> !id.matches("[0-9A-Za-z]{1,32}")).isPresent()) {
      throw Input.refused("after", "give what the page before says as next");
    }
    return Input.read("limit", () -> new TokenSlice(number(limit), after));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a limit is a number from 1 to " + LARGEST, e);
    }
  }
}
