package dev.plumbline.lifecycle.drift.impact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the money impact of a change is computed from.
 *
 * @param model as it is asked and billed
 * @param at whose prices are taken, before and since: a new price is no drift
 * @param traffic empty when nobody entered it
 * @param prompts tokens of the tasks' answers of the model in question
 */
public record MoneyFigures(
    String model,
    Instant at,
    Optional<Traffic> traffic,
    List<PromptTokens> prompts,
    TokenPrice price) {

  public MoneyFigures {
    requireNonNull(model, "model");
    requireNonNull(at, "at");
    requireNonNull(traffic, "traffic");
    prompts = List.copyOf(prompts);
    requireNonNull(price, "price");
  }

  /** The same with a volume that was entered since. */
  public MoneyFigures with(Traffic entered) {
    return new MoneyFigures(model, at, Optional.of(entered), prompts, price);
  }
}
