package dev.plumbline.lifecycle.drift.impact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Mean tokens of a request before and since, each prompt counted once whatever the number of its
 * answers, rounded to thousandths of a token.
 *
 * @param entered whether {@code before} was entered instead of measured; then {@code since} is that
 *     times the measured ratio
 * @param range of {@code since - before} at 95 %, by the paired t interval over the prompts: how it
 *     would be over other prompts like these; empty for fewer than two
 */
public record TokenChange(
    BigDecimal before, BigDecimal since, boolean entered, Optional<Range> range) {

  private static final int DECIMALS = 3;
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;
  private static final double UPPER_TAIL = .025;

  /** Both limits of an interval. */
  public record Range(BigDecimal lower, BigDecimal upper) {

    public Range {
      requireNonNull(lower, "lower");
      requireNonNull(upper, "upper");
    }
  }

  public TokenChange {
    requireNonNull(before, "before");
    requireNonNull(since, "since");
    requireNonNull(range, "range");
  }

  public BigDecimal change() {
    return since.subtract(before);
  }

  /**
   * @param prompts paired ones, at least one
   * @param count which tokens
   * @param entered mean before
   */
  static TokenChange of(
      List<PromptTokens> prompts, ToLongFunction<PromptTokens.Sums> count, Optional<Long> entered) {
    List<BigDecimal> before = prompts.stream().map(each -> mean(each.before(), count)).toList();
    List<BigDecimal> since = prompts.stream().map(each -> mean(each.since(), count)).toList();
    BigDecimal old = mean(before);
    BigDecimal young = mean(since);
    BigDecimal scale =
        entered
            .filter(tokens -> old.signum() > 0)
            .map(tokens -> BigDecimal.valueOf(tokens).divide(old, EXACT_ENOUGH))
            .orElse(BigDecimal.ONE);
    return new TokenChange(
        rounded(old.multiply(scale)),
        rounded(young.multiply(scale)),
        entered.isPresent() && old.signum() > 0,
        range(before, since, scale));
  }

  private static BigDecimal mean(PromptTokens.Sums sums, ToLongFunction<PromptTokens.Sums> count) {
    return BigDecimal.valueOf(count.applyAsLong(sums))
        .divide(BigDecimal.valueOf(sums.calls()), EXACT_ENOUGH);
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), EXACT_ENOUGH);
  }

  private static Optional<Range> range(
      List<BigDecimal> before, List<BigDecimal> since, BigDecimal scale) {
    int n = before.size();
    if (n < 2) {
      return Optional.empty();
    }
    double[] differences = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      differences[i] = since.get(i).subtract(before.get(i)).multiply(scale).doubleValue();
      sum += differences[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (double each : differences) {
      squares += (each - mean) * (each - mean);
    }
    double quantile = TDistribution.of(n - 1).inverseSurvivalProbability(UPPER_TAIL);
    double half = quantile * Math.sqrt(squares / (n - 1) / n);
    return Optional.of(
        new Range(
            rounded(BigDecimal.valueOf(mean - half)), rounded(BigDecimal.valueOf(mean + half))));
  }

  private static BigDecimal rounded(BigDecimal tokens) {
    return tokens.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
