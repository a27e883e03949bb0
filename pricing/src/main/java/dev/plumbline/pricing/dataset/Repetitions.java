package dev.plumbline.pricing.dataset;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that occur twice, and rows that give another answer to the same input. */
final class Repetitions {

  private static final int KEPT = 20;

  private final String file;
  private final RowFingerprints known;
  private final List<long[]> contradictions = new ArrayList<>();
  private long duplicates;
  private long contradicting;

  Repetitions(String file, RowFingerprints known) {
    this.file = file;
    this.known = known;
  }

  /** Compares a row with those before it and remembers it. */
  Optional<Finding> add(RowIdentity row, long line) {
    long twin = known.lineOfDuplicate(row);
    if (twin > 0) {
      duplicates++;
      return Optional.of(duplicate(line, twin));
    }
    if (known.answersDiffer(row)) {
      contradicting++;
      if (contradictions.size() < KEPT) {
        contradictions.add(new long[] {line, known.lineOfInput(row)});
      }
    }
    known.add(row, line);
    return Optional.empty();
  }

  private Finding duplicate(long line, long twin) {
    return new Finding(
        "EXACT_DUPLICATE",
        Severity.WARNING,
        "the row repeats line " + twin,
        Place.line(file, line),
        "remove one of the two rows");
  }

  /** What can only be judged when all rows are known. */
  List<Finding> finish(long rows, boolean classification) {
    List<Finding> findings = new ArrayList<>();
    if (duplicates * 20 > rows && rows > 0) {
      findings.add(
          new Finding(
              "EXACT_DUPLICATE",
              Severity.ERROR,
              "%d of %d rows repeat an earlier one, more than 5 %%".formatted(duplicates, rows),
              Place.file(file),
              "remove the repeated rows"));
    }
    contradictions.forEach(pair -> findings.add(contradiction(pair, classification)));
    if (contradicting > contradictions.size()) {
      findings.add(
          contradiction(
              classification, contradicting + " rows contradict earlier ones", Place.file(file)));
    }
    if (known.isFull()) {
      findings.add(notAllCompared());
    }
    return findings;
  }

  private Finding contradiction(long[] pair, boolean classification) {
    return contradiction(
        classification,
        "the same input as in line %d has another answer here".formatted(pair[1]),
        Place.line(file, pair[0]));
  }

  /** Two wordings of a free text may both be right; two classes may not. */
  private static Finding contradiction(boolean classification, String message, Place where) {
    return new Finding(
        "CONTRADICTION",
        classification ? Severity.ERROR : Severity.WARNING,
        message,
        where,
        classification ? "decide which class is right" : "review whether both answers are wanted");
  }

  private Finding notAllCompared() {
    return new Finding(
        "EXACT_DUPLICATE",
        Severity.INFORMATION,
        "only the first %d different rows were compared".formatted(RowFingerprints.MOST_ROWS),
        Place.file(file),
        "look for duplicates with another tool");
  }
}
