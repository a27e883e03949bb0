package dev.plumbline.api.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a CSV file, one in memory at a time. A record that cannot be read costs only
 * itself: reading goes on at the next line.
 */
final class CsvLines implements AutoCloseable {

  private static final int LONGEST_LINE_BYTES = 1 << 20;
  private static final int MOST_LINES_OF_A_RECORD = 100;

  private final LimitedLines lines;

  CsvLines(LimitedLines lines) {
    this.lines = lines;
  }

  static CsvLines of(Surroundings surroundings, String file) {
    return new CsvLines(new LimitedLines(surroundings.open(file), LONGEST_LINE_BYTES));
  }

  /**
   * A record.
   *
   * @param line number of its first line, counted from 1
   * @param objection why it could not be read; the cells are then its text as one cell
   */
  record Cells(long line, List<String> cells, Optional<String> objection) {}

  /** The next record that is not an empty line. */
  Optional<Cells> next() throws IOException {
    var line = lines.next();
    while (line.isPresent() && line.get().text().isEmpty()) {
      line = lines.next();
    }
    return line.isPresent() ? Optional.of(record(line.get())) : Optional.empty();
  }

  private Cells record(LimitedLines.Line first) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    boolean cut = first.isCut();
    int count = 1;
    while (isOpen(text) && !cut && count < MOST_LINES_OF_A_RECORD) {
      var more = lines.next();
      if (more.isEmpty()) {
        break;
      }
      text.append('\n').append(more.get().text());
      cut = more.get().isCut() || text.length() > LONGEST_LINE_BYTES;
      count++;
    }
    return cut ? refused(first, "the record is too long") : parsed(first, text.toString());
  }

  private static Cells parsed(LimitedLines.Line first, String text) {
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      return new Cells(first.number(), records.get(0).toList(), Optional.empty());
    } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
      return refused(first, "the quotes do not match: " + e.getMessage());
    }
  }

  private static Cells refused(LimitedLines.Line first, String objection) {
    String start = first.text().substring(0, Math.min(200, first.text().length()));
    return new Cells(first.number(), List.of(start), Optional.of(objection));
  }

  /** An odd number of quotes: a cell goes on in the next line. */
  private static boolean isOpen(CharSequence text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
