package dev.plumbline.api.cli;

import dev.plumbline.pricing.tokens.ImageAnswer;
import dev.plumbline.pricing.tokens.ImageRules;
import dev.plumbline.pricing.tokens.ImageSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Answers a table of images row by row: the same columns, and {@code tokens}. */
final class ImagesBatch {

  private static final long MOST_BYTES = 256L << 20;
  private static final String TOKENS = "tokens";
  private static final List<String> NEEDED = List.of("model", "width", "height", "detail");

  private final Surroundings surroundings;
  private final Format format;
  private final ImageRules rules = ImageRules.bundled();

  ImagesBatch(Surroundings surroundings, Format format) {
    this.surroundings = surroundings;
    this.format = format;
  }

  ExitCode answer(String file) throws IOException {
    try (InputStream in = new LimitedBytes(surroundings.open(file), MOST_BYTES, file);
        CSVParser rows = parser(in, file);
        Progress progress = Progress.of(surroundings, "counting, images so far:")) {
      List<String> columns = columns(rows, file);
      if (format != Format.JSON) {
        csv(columns);
      }
      boolean allGood = true;
      for (CSVRecord row : rows) {
        allGood &= answer(row, columns, file + ":" + rows.getCurrentLineNumber());
        progress.at(row.getRecordNumber(), 0);
      }
      return allGood ? ExitCode.OK : ExitCode.PARTIAL;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new InputInvalidException(
          "%s: not a CSV file: %s; quote cells that hold commas or quotes"
              .formatted(file, e.getMessage()));
    }
  }

  private static CSVParser parser(InputStream in, String file) throws IOException {
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get()
          .parse(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new InputInvalidException(file + ":1: the header cannot be used: " + e.getMessage());
    }
  }

  /** The columns of the answer: tokens is appended, or replaced when the table has it already. */
  private static List<String> columns(CSVParser rows, String file) {
    List<String> missing =
        NEEDED.stream().filter(name -> !rows.getHeaderMap().containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new InputInvalidException(
          "%s:1: the header lacks %s: name the columns %s"
              .formatted(file, String.join(", ", missing), String.join(",", NEEDED)));
    }
    List<String> columns = new ArrayList<>(rows.getHeaderNames());
    columns.remove(TOKENS);
    columns.add(TOKENS);
    return columns;
  }

  private boolean answer(CSVRecord row, List<String> columns, String place) {
    List<String> cells = new ArrayList<>();
    for (String column : columns.subList(0, columns.size() - 1)) {
      cells.add(row.isSet(column) ? row.get(column) : "");
    }
    String problem = "";
    String tokens = "";
    try {
      tokens = tokens(row);
    } catch (IllegalArgumentException | InputInvalidException e) {
      problem = e.getMessage();
    }
    cells.add(tokens);
    write(columns, cells);
    if (!problem.isEmpty()) {
      surroundings.say("plumbline: " + place + ": " + problem);
    }
    return problem.isEmpty();
  }

  private String tokens(CSVRecord row) {
    if (!row.isConsistent()) {
      throw new InputInvalidException("the row has another number of cells than the header");
    }
    ImageSize size = new ImageSize(pixels(row, "width"), pixels(row, "height"));
    String detail = row.get("detail").isEmpty() ? "auto" : row.get("detail");
    ImageAnswer answer = rules.tokensOf(row.get("model"), size, detail);
    return answer.match(
        counted -> Long.toString(counted.tokens().tokens()),
        unknown -> {
          throw new InputInvalidException(unknown.reason());
        });
  }

  private static int pixels(CSVRecord row, String column) {
    String text = row.get(column);
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new InputInvalidException(column + " must be a number of pixels, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private void write(List<String> columns, List<String> cells) {
    if (format != Format.JSON) {
      csv(cells);
      return;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), cells.get(i));
    }
    surroundings.out().print(Json.line(object) + "\n");
  }

  private void csv(List<String> cells) {
    surroundings.out().print(String.join(",", cells.stream().map(Output::quoted).toList()));
    surroundings.out().print("\r\n");
  }
}
