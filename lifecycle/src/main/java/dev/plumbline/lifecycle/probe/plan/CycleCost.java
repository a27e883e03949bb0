package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.util.List;

/**
 * What one cycle costs at most on one arm.
 *
 * @param inputTokens of all its calls
 * @param inputExact whether they were counted exactly
 * @param outputTokens that are paid for at most
 * @param priceRows ids of the rows of the price catalogue, each once
 */
public record CycleCost(
    Arm arm,
    long calls,
    long inputTokens,
    boolean inputExact,
    long outputTokens,
    Money amount,
    List<String> priceRows) {

  public CycleCost {
    requireNonNull(arm, "arm");
    requireNonNull(amount, "amount");
    priceRows = List.copyOf(priceRows);
  }
}
