package dev.plumbline.lifecycle.evaluation;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * The result file of a fine-tuning job: CSV with a column {@code step} and losses under the names
 * of OpenAI ({@code train_loss}, {@code valid_loss}) and Azure OpenAI (also {@code
 * full_valid_loss}, measured on the whole validation file, which counts for more); other columns
 * are left alone. Source: OpenAI, "Fine-tuning: analyzing your model", and Microsoft, "Customize a
 * model with fine-tuning", both 2026-11.
 */
public final class ResultFile {

  /** Of points; jobs have thousands of steps, not more. */
  private static final int MOST = 200_000;

  private static final int MOST_FINDINGS = 20;
  private static final String STEP = "step";
  private static final String TRAINING = "train_loss";
  private static final List<String> VALIDATION = List.of("full_valid_loss", "valid_loss");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setIgnoreEmptyLines(true)
          .get();

  private ResultFile() {}

  /**
   * A file as it was read.
   *
   * @param findings with one of them the curve is not to be used
   */
  public record Reading(LossCurve curve, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }

    public boolean isSound() {
      return findings.isEmpty();
    }
  }

  /**
   * Reads all of it.
   *
   * @param name of the file, for the findings
   * @throws IOException when it cannot be read
   */
  public static Reading read(Reader text, String name) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<LossPoint> points = new ArrayList<>();
    try (CSVParser rows = FORMAT.parse(text)) {
      Map<String, Integer> columns = rows.getHeaderMap();
      if (!columns.containsKey(STEP)
          || (!columns.containsKey(TRAINING)
              && VALIDATION.stream().noneMatch(columns::containsKey))) {
        findings.add(
            refused(
                name,
                1,
                STEP,
                "the header names no column step beside train_loss or valid_loss",
                "give the result file of a job as the provider wrote it"));
        return new Reading(LossCurve.of(List.of()), findings);
      }
      for (CSVRecord row : rows) {
        point(row, name, points, findings);
        if (points.size() > MOST || findings.size() >= MOST_FINDINGS) {
          break;
        }
      }
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      findings.add(
          refused(name, 0, "", "not a CSV file: " + e.getMessage(), "give the file unchanged"));
    }
    if (points.size() > MOST) {
      findings.add(refused(name, 0, "", "more than " + MOST + " steps", "give fewer steps"));
    }
    if (points.isEmpty() && findings.isEmpty()) {
      findings.add(refused(name, 0, "", "no step", "wait until the job has made one"));
    }
    return new Reading(LossCurve.of(points), findings);
  }

  private static void point(
      CSVRecord row, String name, List<LossPoint> points, List<Finding> findings) {
    long line = row.getParser().getCurrentLineNumber();
    try {
      int step = (int) Double.parseDouble(row.get(STEP));
      OptionalDouble validation = OptionalDouble.empty();
      for (String column : VALIDATION) {
        validation = validation.isPresent() ? validation : number(row, column);
      }
      points.add(new LossPoint(step, number(row, TRAINING), validation));
    } catch (IllegalArgumentException e) {
      findings.add(
          refused(
              name,
              line,
              STEP,
              "not a step with losses: " + e.getMessage(),
              "steps are whole numbers from 1, losses are decimal numbers"));
    }
  }

  /** Empty for a cell without text: validation is not measured at every step. */
  private static OptionalDouble number(CSVRecord row, String column) {
    if (!row.isSet(column) || row.get(column).isEmpty()) {
      return OptionalDouble.empty();
    }
    String text = row.get(column);
    return OptionalDouble.of(text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text));
  }

  private static Finding refused(
      String name, long line, String field, String message, String remedy) {
    return new Finding(
        "BAD_RESULT_FILE", Severity.ERROR, message, new Place(name, line, field), remedy);
  }
}
