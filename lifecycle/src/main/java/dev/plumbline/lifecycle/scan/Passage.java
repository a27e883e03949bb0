package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/**
 * A text of one language: a file, or a cell of a notebook.
 *
 * @param cell number of the cell, from 1; empty for a file
 * @param fileLines line of the file for each line of the text, from 1; empty for a file, whose
 *     lines are its own
 */
public record Passage(String text, SourceKind kind, OptionalInt cell, List<Integer> fileLines) {

  public Passage {
    requireNonNull(text, "text");
    requireNonNull(kind, "kind");
    requireNonNull(cell, "cell");
    fileLines = List.copyOf(fileLines);
  }

  public static Passage file(String path, String text) {
    return new Passage(text, SourceKind.of(path), OptionalInt.empty(), List.of());
  }

  int fileLine(int line) {
    if (fileLines.isEmpty()) {
      return line;
    }
    return fileLines.get(Math.min(line, fileLines.size()) - 1);
  }
}
