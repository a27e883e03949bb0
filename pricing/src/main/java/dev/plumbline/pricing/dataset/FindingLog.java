package dev.plumbline.pricing.dataset;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings in bounded memory: all are counted, the first of each code and severity are kept.
 *
 * <p>Not safe for use by several threads.
 */
public final class FindingLog {

  private final int keptPerCode;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Integer> keptByKind = new LinkedHashMap<>();
  private Optional<Severity> worst = Optional.empty();

  public FindingLog(int keptPerCode) {
    this.keptPerCode = keptPerCode;
  }

  public void add(Finding finding) {
    counts.merge(finding.code(), 1L, Long::sum);
    worst =
        Optional.of(
            worst
                .filter(before -> before.compareTo(finding.severity()) > 0)
                .orElse(finding.severity()));
    if (keptByKind.merge(finding.code() + finding.severity(), 1, Integer::sum) <= keptPerCode) {
      kept.add(finding);
    }
  }

  /** The findings that were kept, in the order in which they were added. */
  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** How often each code was found, kept or not. */
  public Map<String, Long> counts() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  public Optional<Severity> worst() {
    return worst;
  }
}
