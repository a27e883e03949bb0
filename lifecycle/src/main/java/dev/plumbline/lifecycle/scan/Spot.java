package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * Where in a tree something stands.
 *
 * @param path path from the root of the tree, with slashes
 * @param line line of the file, from 1
 * @param column first UTF-16 unit in its line, from 1
 * @param length UTF-16 units
 * @param cell cell of a notebook, from 1
 * @param cellLine line in that cell, from 1
 */
public record Spot(
    String path, int line, int column, int length, OptionalInt cell, OptionalInt cellLine) {

  public Spot {
    requireNonNull(path, "path");
    requireNonNull(cell, "cell");
    requireNonNull(cellLine, "cellLine");
  }

  /** {@code file:line:column}, and the cell of a notebook. */
  @Override
  public String toString() {
    String place = path + ":" + line + ":" + column;
    return cell.isPresent()
        ? place + " (cell %d, line %d)".formatted(cell.getAsInt(), cellLine.orElse(1))
        : place;
  }
}
