package dev.plumbline.api.members;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.problem.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a sorted list is wanted.
 *
 * @param limit from 1 to 500 entries
 * @param after the sort key of the last entry that was seen; empty for the beginning
 */
public record Slice(int limit, Optional<String> after) {

  public static final String DEFAULT_LIMIT = "100";
  private static final int LARGEST = 500;
  private static final int LONGEST_KEY = 300;

  public Slice {
    requireNonNull(after, "after");
    if (limit < 1 || limit > LARGEST) {
      throw new IllegalArgumentException("a limit is a number from 1 to " + LARGEST);
    }
  }

  /** Reads the parameters; what does not fit is a 400. */
  public static Slice of(String limit, Optional<String> after) {
    if (after.filter(key -> key.length() > LONGEST_KEY || key.indexOf('\0') >= 0).isPresent()) {
      throw Input.refused("after", "give what the page before says as next");
    }
    return Input.read("limit", () -> new Slice(number(limit), after));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a limit is a number from 1 to " + LARGEST, e);
    }
  }

  /** Smaller than every key, so that no query needs a second form. */
  String from() {
    return after.orElse("");
  }

  /** One more than is shown tells whether there is more. */
  int read() {
    return limit + 1;
  }

  /** Cuts what was read with {@link #read()} entries. */
  <T> Listed<T> cut(List<T> found, Function<T, String> key) {
    if (found.size() <= limit) {
      return new Listed<>(found, Optional.empty());
    }
    List<T> shown = found.subList(0, limit);
    return new Listed<>(shown, Optional.of(key.apply(shown.get(limit - 1))));
  }
}
