package dev.plumbline.lifecycle.deprecation.imports.table;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One table. Ids in code font keep their backticks, footnote marks become {@code ^}.
 *
 * @param line 1-based line of the page where it begins
 */
public record PageTable(long line, List<String> columns, List<Row> rows) {

  /** One row; the number of cells is whatever the page gives. */
  public record Row(long line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell in a column; empty text when the row is too short. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  public PageTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The first column whose heading, in lower case, is of this sort. */
  public OptionalInt findColumn(Predicate<String> sort) {
    return IntStream.range(0, columns.size())
        .filter(i -> sort.test(columns.get(i).toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
