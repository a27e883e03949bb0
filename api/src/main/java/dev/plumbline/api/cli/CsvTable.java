package dev.plumbline.api.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A CSV file whose first line names its columns, and the answer to each of its rows. */
final class CsvTable {

  private static final long MOST_BYTES = 256L << 20;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Surroundings surroundings;
  private final Format format;
  private final String file;

  CsvTable(Surroundings surroundings, Format format, String file) {
    this.surroundings = surroundings;
    this.format = format;
    this.file = file;
  }

  /** The rows, read as they are asked for; the first line may start with a byte order mark. */
  CSVParser open() throws IOException {
    Reader reader = withoutMark();
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get()
          .parse(reader);
    } catch (IllegalArgumentException e) {
      reader.close();
      throw new InputInvalidException(
          file + ":1: the header cannot be used: " + e.getMessage() + "; name each column once");
    }
  }

  private Reader withoutMark() throws IOException {
    var bytes = new LimitedBytes(surroundings.open(file), MOST_BYTES, file);
    var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** What to tell when the parser gave up in the middle of the file. */
  InputInvalidException broken(RuntimeException e) {
    return new InputInvalidException(
        "%s: not a CSV file: %s; quote cells that hold commas or quotes"
            .formatted(file, e.getMessage()));
  }

  /** The first line of the answer; JSON lines name their columns themselves. */
  void writeHeader(List<String> columns) {
    if (format != Format.JSON) {
      surroundings.out().print(Output.csvLine(columns));
    }
  }

  void write(List<String> columns, List<String> cells) {
    if (format != Format.JSON) {
      surroundings.out().print(Output.csvLine(cells));
      return;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), cells.get(i));
    }
    surroundings.out().print(Json.line(object) + "\n");
  }
}
