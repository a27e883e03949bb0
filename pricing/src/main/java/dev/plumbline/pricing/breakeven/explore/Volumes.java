package dev.plumbline.pricing.breakeven.explore;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** Volumes spread evenly over decades, as a logarithmic axis shows them. */
final class Volumes {

  static final BigDecimal LARGEST = new BigDecimal("1e9");

  /** Places on a chart, not money: six digits. */
  private static final MathContext CHART_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private Volumes() {}

  /** From one volume to another, both included. */
  static List<BigDecimal> between(BigDecimal from, BigDecimal to, int points) {
    double low = Math.log10(from.doubleValue());
    double high = Math.log10(to.doubleValue());
    return IntStream.rangeClosed(0, points - 1)
        .mapToObj(i -> Math.pow(10, low + (high - low) * i / (points - 1)))
        .map(volume -> BigDecimal.valueOf(volume).round(CHART_DIGITS))
        .toList();
  }
}
