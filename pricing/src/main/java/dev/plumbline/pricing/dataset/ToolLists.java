package dev.plumbline.pricing.dataset;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether all rows offer the same tools. */
final class ToolLists {

  private static final int MOST = 10_000;

  private final Set<Long> seen = new HashSet<>();
  private long firstOther;

  void add(long fingerprint, long line) {
    if (seen.size() < MOST && seen.add(fingerprint) && seen.size() == 2) {
      firstOther = line;
    }
  }

  /** How the lists vary, in words; empty when they do not. */
  Optional<String> variation() {
    if (seen.size() < 2) {
      return Optional.empty();
    }
    String several = seen.size() >= MOST ? MOST + " or more" : Integer.toString(seen.size());
    return Optional.of(
        "the rows offer %s different lists of tools; line %d is the first that differs"
            .formatted(several, firstOther));
  }
}
