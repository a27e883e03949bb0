package dev.plumbline.api.cli;

import dev.plumbline.pricing.breakeven.BreakEvenAnalysis;
import dev.plumbline.pricing.breakeven.table.AnswerTable;
import dev.plumbline.pricing.breakeven.table.BadCellException;
import dev.plumbline.pricing.breakeven.table.ScenarioTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Answers a table of scenarios row by row; a bad row is reported and left without results. */
final class BreakEvenBatch {

  private static final long MOST_ROWS = 1_000_000;
  private static final List<String> NO_RESULT = Collections.nCopies(AnswerTable.COLUMNS.size(), "");

  private final Surroundings surroundings;
  private final CsvTable table;
  private final String file;

  BreakEvenBatch(Surroundings surroundings, Format format, String file) {
    this.surroundings = surroundings;
    this.table = new CsvTable(surroundings, format, file);
    this.file = file;
  }

  ExitCode answer() throws IOException {
    try (CSVParser rows = table.open();
        Progress progress = Progress.of(surroundings, "answering, scenarios so far:")) {
      List<String> kept = keptColumns(rows.getHeaderNames());
      List<String> columns = Stream.concat(kept.stream(), AnswerTable.COLUMNS.stream()).toList();
      table.writeHeader(columns);
      boolean allGood = true;
      for (CSVRecord row : rows) {
        refuseTooMany(row);
        allGood &= answer(row, rows.getCurrentLineNumber(), kept, columns);
        progress.at(row.getRecordNumber(), 0);
      }
      return allGood ? ExitCode.OK : ExitCode.PARTIAL;
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      throw table.broken(e);
    }
  }

  /** Whether the row could be answered. */
  private boolean answer(CSVRecord row, long line, List<String> kept, List<String> columns) {
    List<String> inputs =
        kept.stream().map(column -> row.isSet(column) ? row.get(column) : "").toList();
    try {
      if (!row.isConsistent()) {
        throw new IllegalArgumentException(
            "the row has %d cells and the header %d; add or remove commas"
                .formatted(row.size(), row.getParser().getHeaderNames().size()));
      }
      var answer = BreakEvenAnalysis.of(ScenarioTable.scenario(row.toMap()));
      write(columns, inputs, AnswerTable.cells(answer));
      return true;
    } catch (BadCellException e) {
      refused(line, " " + e.column(), e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      refused(line, "", e);
    }
    write(columns, inputs, NO_RESULT);
    return false;
  }

  private void refused(long line, String column, RuntimeException e) {
    surroundings.say("plumbline: %s:%d%s: %s".formatted(file, line, column, e.getMessage()));
  }

  private void write(List<String> columns, List<String> inputs, List<String> results) {
    table.write(columns, Stream.concat(inputs.stream(), results.stream()).toList());
  }

  /** The input columns in the file's order, and any others that are not results. */
  private List<String> keptColumns(List<String> header) {
    List<String> missing = new ArrayList<>(ScenarioTable.COLUMNS);
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new InputInvalidException(
          "%s:1: columns are missing: %s; see `plumbline breakeven --help`"
              .formatted(file, String.join(", ", missing)));
    }
    List<String> kept = new ArrayList<>(header);
    kept.removeAll(AnswerTable.COLUMNS);
    return kept;
  }

  private void refuseTooMany(CSVRecord row) {
    if (row.getRecordNumber() > MOST_ROWS) {
      throw new InputInvalidException(file + ": more than 1,000,000 rows; split the file");
    }
  }
}
