package dev.plumbline.pricing.breakeven.fixed;

import static dev.plumbline.pricing.inference.WorkingPrecision.cost;
import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;

/**
 * The training jobs until a model is good enough.
 *
 * @param rows examples in the training file
 * @param tokensPerRow average tokens of one example
 * @param epochs passes over the file in one run
 * @param runs first runs, failed attempts at a good model included
 * @param pricePerMillion US dollars per million trained tokens
 * @param freeTokens allowance, taken once from the sum of all first runs
 * @param flatCostPerRun what one run costs beside its tokens: hours, graders, minimum charges
 */
public record TrainingRuns(
    BigDecimal rows,
    BigDecimal tokensPerRow,
    BigDecimal epochs,
    BigDecimal runs,
    BigDecimal pricePerMillion,
    BigDecimal freeTokens,
    Money flatCostPerRun) {

  public TrainingRuns {
    notNegative(rows, "training rows");
    notNegative(tokensPerRow, "tokens per row");
    notNegative(epochs, "epochs");
    notNegative(runs, "runs");
    notNegative(pricePerMillion, "training price");
    notNegative(freeTokens, "free training tokens");
    requireNonNull(flatCostPerRun, "flatCostPerRun");
    notNegative(flatCostPerRun.amount(), "training cost of a run");
  }

  /** One run of this many trained tokens, epochs included. */
  public static TrainingRuns ofTokens(BigDecimal trainedTokens, BigDecimal pricePerMillion) {
    return new TrainingRuns(
        BigDecimal.ONE,
        trainedTokens,
        BigDecimal.ONE,
        BigDecimal.ONE,
        pricePerMillion,
        BigDecimal.ZERO,
        Money.usd("0"));
  }

  /** One run with a known price. */
  public static TrainingRuns ofCost(Money cost) {
    BigDecimal none = BigDecimal.ZERO;
    return new TrainingRuns(none, none, none, BigDecimal.ONE, none, none, cost);
  }

  /** Tokens of one run. */
  public BigDecimal trainedTokens() {
    return rows.multiply(tokensPerRow).multiply(epochs);
  }

  /** Tokens of all first runs less the free ones. */
  public BigDecimal billedTokens() {
    return trainedTokens().multiply(runs).subtract(freeTokens).max(BigDecimal.ZERO);
  }

  public Money firstRuns() {
    return Money.usd(cost(billedTokens(), pricePerMillion)).plus(flatCostPerRun.times(runs));
  }

  /** One later run: no free tokens any more. */
  public Money laterRun() {
    return Money.usd(cost(trainedTokens(), pricePerMillion)).plus(flatCostPerRun);
  }
}
