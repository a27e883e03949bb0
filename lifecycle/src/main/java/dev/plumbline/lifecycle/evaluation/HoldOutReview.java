package dev.plumbline.lifecycle.evaluation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.drift.comparison.McNemarTest;
import dev.plumbline.lifecycle.drift.comparison.Measure;
import dev.plumbline.lifecycle.drift.comparison.NonInferiority;
import dev.plumbline.lifecycle.drift.comparison.PairedValues;
import dev.plumbline.lifecycle.drift.comparison.SignedRankTest;
import dev.plumbline.lifecycle.drift.comparison.TestResult;
import dev.plumbline.lifecycle.drift.stats.Rate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two models on the same rows, none of which was trained on: pass rates with Wilson intervals, the
 * exact McNemar test, Tango's interval of the difference, and for grades between pass and fail
 * Wilcoxon's signed-rank test. A fixed sample: valid once, not after every look.
 *
 * @param rows that were compared, without those that leaked
 * @param leaked ids of rows that are in the training file too, left out of everything here
 * @param passes the paired test of passes and failures
 * @param grades empty when every grade is 0 or 1, or all pairs agree
 * @param margin the candidate may be so much worse and still count as no worse
 * @param findings what speaks against relying on this
 */
public record HoldOutReview(
    int rows,
    List<String> leaked,
    Rate reference,
    Rate candidate,
    TestResult passes,
    NonInferiority nonInferiority,
    Optional<TestResult> grades,
    double margin,
    List<Finding> findings) {

  /** With fewer, ten points are seen in less than half of the cases. */
  public static final int FEWEST_ROWS = 50;

  private static final double ALPHA = .05;

  public HoldOutReview {
    leaked = List.copyOf(leaked);
    requireNonNull(reference, "reference");
    requireNonNull(candidate, "candidate");
    requireNonNull(passes, "passes");
    requireNonNull(nonInferiority, "nonInferiority");
    requireNonNull(grades, "grades");
    findings = List.copyOf(findings);
  }

  /**
   * Compares two models.
   *
   * @param leaked ids of rows that were trained on
   * @param margin in points of the pass rate, for example .05
   * @throws IllegalArgumentException for a row that comes twice, or when no row is left
   */
  public static HoldOutReview of(List<GradedPair> pairs, Set<String> leaked, double margin) {
    Set<String> seen = new HashSet<>();
    List<GradedPair> clean = new ArrayList<>();
    for (GradedPair pair : pairs) {
      if (!seen.add(pair.row())) {
        throw new IllegalArgumentException("the row " + pair.row() + " comes twice");
      }
      if (!leaked.contains(pair.row())) {
        clean.add(pair);
      }
    }
    if (clean.isEmpty()) {
      throw new IllegalArgumentException(
          "no row is left: all %d were trained on".formatted(pairs.size()));
    }
    var passes =
        new McNemarTest(
            clean.stream().filter(GradedPair::isLoss).count(),
            clean.stream().filter(GradedPair::isGain).count(),
            clean.size());
    List<String> out = pairs.stream().map(GradedPair::row).filter(leaked::contains).toList();
    return new HoldOutReview(
        clean.size(),
        out,
        rate(clean.stream().filter(pair -> pair.reference() >= GradedPair.PASS).count(), clean),
        rate(clean.stream().filter(pair -> pair.candidate() >= GradedPair.PASS).count(), clean),
        passes.result(),
        NonInferiority.of(passes, margin, ALPHA),
        grades(clean),
        margin,
        findings(clean.size(), out));
  }

  /** Whether there are rows enough to rely on it. */
  public boolean isReliable() {
    return rows >= FEWEST_ROWS;
  }

  private static Rate rate(long passes, List<GradedPair> pairs) {
    return new Rate(passes, pairs.size());
  }

  private static Optional<TestResult> grades(List<GradedPair> pairs) {
    if (pairs.stream().allMatch(GradedPair::isPlain)) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedRankTest(
                new PairedValues(
                    Measure.SCORE,
                    pairs.stream().map(GradedPair::reference).toList(),
                    pairs.stream().map(GradedPair::candidate).toList()))
            .result());
  }

  private static List<Finding> findings(int rows, List<String> leaked) {
    List<Finding> findings = new ArrayList<>();
    if (rows < FEWEST_ROWS) {
      findings.add(
          new Finding(
              "TOO_FEW_ROWS",
              Severity.ERROR,
              "%d rows are too few; %d are needed".formatted(rows, FEWEST_ROWS),
              Place.file("hold-out"),
              "grade more rows that were not trained on"));
    }
    if (!leaked.isEmpty()) {
      findings.add(
          new Finding(
              "LEAKED_ROWS",
              Severity.WARNING,
              "%d rows are in the training file too and were left out, the first is %s"
                  .formatted(leaked.size(), leaked.get(0)),
              Place.file("hold-out"),
              "take rows out of the training file before the next job"));
    }
    return findings;
  }
}
