package dev.plumbline.core.finding;

import static java.util.Objects.requireNonNull;

/**
 * Where in an input something was found.
 *
 * @param file name of the input as the user gave it
 * @param line 1-based line; 0 when the finding is about the whole input
 * @param field path of the field, for example {@code messages[2].content}; empty for the whole line
 */
public record Place(String file, long line, String field) {

  public Place {
    requireNonNull(file, "file");
    requireNonNull(field, "field");
    if (line < 0) {
      throw new IllegalArgumentException("lines count from 1: " + line);
    }
  }

  public static Place file(String file) {
    return new Place(file, 0, "");
  }

  public static Place line(String file, long line) {
    return new Place(file, line, "");
  }

  /** The usual form of compilers, {@code file:line field}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (field.isEmpty() ? "" : " " + field);
  }
}
