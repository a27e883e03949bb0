package dev.plumbline.api.cli;

import dev.plumbline.pricing.tokens.ImageAnswer;
import dev.plumbline.pricing.tokens.ImageRules;
import dev.plumbline.pricing.tokens.ImageSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Answers a table of images row by row: the same columns, and {@code tokens}. */
final class ImagesBatch {

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
    CsvTable table = new CsvTable(surroundings, format, file);
    try (CSVParser rows = table.open();
        Progress progress = Progress.of(surroundings, "counting, images so far:")) {
      List<String> columns = columns(rows, file);
      table.writeHeader(columns);
      boolean allGood = true;
      for (CSVRecord row : rows) {
        String problem = answer(row, columns, table);
        allGood &= told(problem, file + ":" + rows.getCurrentLineNumber());
        progress.at(row.getRecordNumber(), 0);
      }
      return allGood ? ExitCode.OK : ExitCode.PARTIAL;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw table.broken(e);
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

  /** Writes the answer; what is wrong with the row, empty when nothing is. */
  private String answer(CSVRecord row, List<String> columns, CsvTable table) {
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
    table.write(columns, cells);
    return problem;
  }

  private boolean told(String problem, String place) {
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
}
