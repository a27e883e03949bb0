package dev.plumbline.pricing.breakeven.explore;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenAnalysis;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which guess decides: every input alone, a share smaller and larger, the strongest effect first.
 *
 * @param spread the share by which each input is varied, for example 0.2
 */
public record Tornado(BigDecimal spread, List<Bar> bars) {

  /** Twenty percent each way, the same for all, so that the bars can be compared. */
  public static final BigDecimal USUAL_SPREAD = new BigDecimal("0.2");

  /**
   * One input.
   *
   * @param smaller the answer when the input is smaller by the spread
   * @param larger the answer when it is larger
   */
  public record Bar(Guess guess, BreakEvenAnswer smaller, BreakEvenAnswer larger) {
    public Bar {
      requireNonNull(guess, "guess");
      requireNonNull(smaller, "smaller");
      requireNonNull(larger, "larger");
    }

    /** How much the gain at the planner's volume moves between the two. */
    public Money swing() {
      Money difference = larger.netPresentValue().minus(smaller.netPresentValue());
      return difference.signum() < 0 ? difference.negated() : difference;
    }

    /** Whether the sort of verdict changes between the two. */
    public boolean changesVerdict() {
      return !smaller.verdict().code().equals(larger.verdict().code());
    }
  }

  public Tornado {
    requireNonNull(spread, "spread");
    bars = List.copyOf(bars);
  }

  public static Tornado of(BreakEvenScenario scenario, BigDecimal spread) {
    if (spread.signum() <= 0 || spread.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "a spread is a share between 0 and 1: " + spread.toPlainString());
    }
    return new Tornado(
        spread,
        Stream.of(Guess.values())
            .map(guess -> bar(scenario, guess, spread))
            .filter(bar -> !bar.swing().isZero())
            .sorted(Comparator.comparing(Bar::swing).reversed())
            .toList());
  }

  private static Bar bar(BreakEvenScenario scenario, Guess guess, BigDecimal spread) {
    BigDecimal less = BigDecimal.ONE.subtract(spread);
    BigDecimal more = BigDecimal.ONE.add(spread);
    return new Bar(
        guess,
        BreakEvenAnalysis.of(guess.scaled(scenario, less)),
        BreakEvenAnalysis.of(guess.scaled(scenario, more)));
  }
}
