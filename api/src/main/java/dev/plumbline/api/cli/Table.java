package dev.plumbline.api.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows under named columns. Column names are the published keys of JSON and CSV, in snake case; for
 * people the underscores become spaces.
 *
 * <p>A cell is text, a number, a boolean, a date, an Optional of those, or a list or map where only
 * JSON shows the structure.
 */
public final class Table {

  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  private Table(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  public static Table of(String... columns) {
    return new Table(List.of(columns));
  }

  /** Adds one row; {@code Optional.empty()} is an empty cell and JSON's null. */
  public Table row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns);
    }
    List<Object> row = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      row.add(requireNonNull(cells[i], columns.get(i)));
    }
    rows.add(row);
    return this;
  }

  List<String> columns() {
    return columns;
  }

  List<List<String>> texts() {
    return rows.stream().map(row -> row.stream().map(Cells::text).toList()).toList();
  }

  /** Whether people expect this column flush right. */
  boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> Cells.isNumberOrEmpty(row.get(column)))
        && rows.stream().anyMatch(row -> !row.get(column).equals(Optional.empty()));
  }

  List<Map<String, Object>> objects() {
    return rows.stream().map(this::object).toList();
  }

  private Map<String, Object> object(List<Object> row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      object.put(columns.get(i), row.get(i));
    }
    return object;
  }
}
