package dev.plumbline.api.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Data on standard output, in the form that the user asked for. */
public final class Output {

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter out;
  private final Format format;
  private final boolean colour;

  Output(PrintWriter out, Format format, boolean colour) {
    this.out = requireNonNull(out, "out");
    this.format = requireNonNull(format, "format");
    this.colour = colour;
  }

  boolean isJson() {
    return format == Format.JSON;
  }

  /** Whether a person reads it, so that several tables may follow each other. */
  boolean isForPeople() {
    return format == Format.TABLE || format == Format.MARKDOWN;
  }

  /** Many things of one sort. JSON is one array of objects. */
  public void table(Table table) {
    switch (format) {
      case TABLE -> aligned(table);
      case JSON -> out.println(Json.pretty(table.objects()));
      case CSV -> csv(table);
      case MARKDOWN -> markdown(table);
    }
  }

  /**
   * One thing with named parts, in order. For people each part is a line; JSON is one object, in
   * which a part may be a map or a list.
   */
  public void record(Map<String, ?> parts) {
    if (format == Format.JSON) {
      out.println(Json.pretty(parts));
      return;
    }
    Table table = Table.of("name", "value");
    parts.forEach((name, value) -> table.row(name, value));
    table(table);
  }

  /** One JSON object on one line, whatever the format: the form of batch answers. */
  public void jsonLine(Map<String, ?> object) {
    out.print(Json.line(object));
    out.print('\n');
  }

  /** A sentence for people; left out of JSON and CSV, which programs read. */
  public void sentence(String text) {
    if (format == Format.TABLE || format == Format.MARKDOWN) {
      out.println(Cells.printable(text));
    }
  }

  private void aligned(Table table) {
    List<String> heads = table.columns().stream().map(name -> name.replace('_', ' ')).toList();
    List<List<String>> rows =
        table.texts().stream().map(row -> row.stream().map(Output::singleLine).toList()).toList();
    int[] widths =
        IntStream.range(0, heads.size()).map(i -> width(heads.get(i), rows, i)).toArray();
    String head = alignedRow(table, heads, widths);
    out.println(colour ? BOLD + head + PLAIN : head);
    rows.forEach(row -> out.println(alignedRow(table, row, widths)));
  }

  private static int width(String head, List<List<String>> rows, int column) {
    return Math.max(
        length(head), rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
  }

  private static String alignedRow(Table table, List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> padded(cells.get(i), widths[i], table.isNumeric(i)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String padded(String cell, int width, boolean right) {
    String space = " ".repeat(width - length(cell));
    return right ? space + cell : cell + space;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String singleLine(String cell) {
    return Cells.printable(cell.replace('\n', ' '));
  }

  private void csv(Table table) {
    out.print(csvLine(table.columns()));
    table.texts().forEach(cells -> out.print(csvLine(cells)));
  }

  /** One record with its line end, by RFC 4180. */
  static String csvLine(List<String> cells) {
    return cells.stream().map(Output::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** Quotes only where the cell would otherwise be read differently. */
  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void markdown(Table table) {
    out.println(markdownLine(table.columns().stream().map(name -> name.replace('_', ' '))));
    out.println(
        markdownLine(
            IntStream.range(0, table.columns().size())
                .mapToObj(i -> table.isNumeric(i) ? "---:" : "---")));
    table.texts().forEach(row -> out.println(markdownLine(row.stream().map(Output::escaped))));
  }

  private static String markdownLine(java.util.stream.Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String escaped(String cell) {
    return singleLine(cell.replace("\\", "\\\\").replace("|", "\\|"));
  }
}
