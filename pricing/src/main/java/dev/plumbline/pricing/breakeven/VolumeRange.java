package dev.plumbline.pricing.breakeven;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Volumes between two roots, in requests a month.
 *
 * @param from lower end; 0 when every smaller volume belongs to it
 * @param to upper end; empty when every larger volume belongs to it
 */
public record VolumeRange(BigDecimal from, Optional<BigDecimal> to) {

  public VolumeRange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  public boolean contains(BigDecimal requestsPerMonth) {
    return requestsPerMonth.compareTo(from) >= 0
        && to.map(end -> requestsPerMonth.compareTo(end) <= 0).orElse(true);
  }
}
