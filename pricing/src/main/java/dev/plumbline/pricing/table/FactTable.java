package dev.plumbline.pricing.table;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of one CSV file of facts; a bad row becomes a finding and the rest is read. */
public final class FactTable {

  public static final int MAX_ROWS = 200_000;
  public static final int MAX_CHARACTERS = 64 * 1024 * 1024;
  private static final int MAX_FINDINGS = 100;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String file;
  private final List<String> columns;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * A file with these columns; more are allowed.
   *
   * @param file name of the file, for findings
   */
  public FactTable(String file, List<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  /** What was wrong so far, at most 100. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Every row that can be read. */
  public <T> List<T> read(Reader text, Function<FactRow, T> toValue) {
    List<T> values = new ArrayList<>();
    try (CSVParser parser = FORMAT.parse(new LimitedReader(text, MAX_CHARACTERS))) {
      if (hasColumns(parser)) {
        readAll(parser, toValue, values);
      }
    } catch (CSVException e) {
      refuse(0, "", "is not CSV: " + e.getMessage(), "quote fields as RFC 4180 says");
    } catch (IOException | UncheckedIOException e) {
      refuse(0, "", "cannot be read: " + e.getMessage(), "split the file or mend it");
    }
    return values;
  }

  private boolean hasColumns(CSVParser parser) {
    List<String> missing =
        columns.stream().filter(name -> !parser.getHeaderMap().containsKey(name)).toList();
    if (!missing.isEmpty()) {
      refuse(
          1,
          String.join(", ", missing),
          "is missing",
          "the first line names the columns " + String.join(",", columns));
    }
    return missing.isEmpty();
  }

  private <T> void readAll(CSVParser parser, Function<FactRow, T> toValue, List<T> values) {
    for (CSVRecord fields : parser) {
      if (values.size() >= MAX_ROWS || findings.size() >= MAX_FINDINGS) {
        refuse(line(parser), "", "reading stopped here", "at most " + MAX_ROWS + " good rows");
        return;
      }
      readRow(fields, line(parser), toValue, values);
    }
  }

  private <T> void readRow(
      CSVRecord fields, long line, Function<FactRow, T> toValue, List<T> values) {
    try {
      values.add(toValue.apply(new FactRow(fields, file, line)));
    } catch (BadFieldException e) {
      refuse(line, e.field(), String.valueOf(e.getMessage()), e.remedy());
    } catch (IllegalArgumentException e) {
      refuse(line, "", String.valueOf(e.getMessage()), "correct the row");
    }
  }

  private static long line(CSVParser parser) {
    return parser.getCurrentLineNumber();
  }

  private void refuse(long line, String field, String message, String remedy) {
    findings.add(
        new Finding(
            "BAD_FACT_FILE", Severity.ERROR, message, new Place(file, line, field), remedy));
  }
}
