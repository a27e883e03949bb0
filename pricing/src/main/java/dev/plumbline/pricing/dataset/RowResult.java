package dev.plumbline.pricing.dataset;

import dev.plumbline.core.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What one line gave.
 *
 * @param counted empty when the line could not be counted
 */
record RowResult(long line, List<Finding> findings, Optional<Counted> counted) {

  /** A row that was counted. */
  record Counted(
      DatasetFormat format,
      RowTokens tokens,
      RowIdentity identity,
      long toolsFingerprint,
      boolean hasImages) {}
}
