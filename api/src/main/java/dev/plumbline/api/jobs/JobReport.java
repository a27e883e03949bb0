package dev.plumbline.api.jobs;

import dev.plumbline.core.finding.Finding;
import java.util.List;

/**
 * What came of a window.
 *
 * @param items how many things were done
 * @param findings things of many that could not be done; the first 100 are kept
 */
public record JobReport(int items, List<Finding> findings) {

  /** There was nothing to do. */
  public static final JobReport NOTHING = new JobReport(0, List.of());

  private static final int KEPT = 100;

  public JobReport {
    if (items < 0) {
      throw new IllegalArgumentException("items are counted from 0: " + items);
    }
    findings = findings.stream().limit(KEPT).toList();
  }

  public static JobReport of(int items) {
    return new JobReport(items, List.of());
  }
}
