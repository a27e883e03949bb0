package dev.plumbline.pricing.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts short answers, to see whether a file teaches a classification. */
final class Labels {

  private static final int MOST_CLASSES = 200;
  private static final long FEWEST_ROWS = 20;
  private static final long ROWS_PER_CLASS = 10;

  private final Map<String, Long> rows = new HashMap<>();
  private long total;
  private boolean free;

  void add(String label) {
    total++;
    free |= label.isEmpty() || (rows.size() >= MOST_CLASSES && !rows.containsKey(label));
    if (!free) {
      rows.merge(label, 1L, Long::sum);
    }
  }

  /** Whether all answers are labels and each class has about ten rows or more. */
  boolean isClassification() {
    return !free && total >= FEWEST_ROWS && rows.size() * ROWS_PER_CLASS <= total;
  }

  /** What is unbalanced about the classes, in words. */
  Optional<String> imbalance() {
    long most = rows.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long fewest = rows.values().stream().mapToLong(Long::longValue).min().orElse(0);
    if (most * 10 > total * 9) {
      return Optional.of("%d of %d rows have the same answer".formatted(most, total));
    }
    // rarest class below a tenth of its equal share: fewest / total < 0.1 / classes
    if (fewest * 10 * rows.size() < total) {
      return Optional.of(
          "the rarest of %d classes has %d of %d rows".formatted(rows.size(), fewest, total));
    }
    return Optional.empty();
  }
}
