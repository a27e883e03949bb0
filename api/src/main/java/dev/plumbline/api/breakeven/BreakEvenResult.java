package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.explore.Comparison;
import java.util.List;

/** The answer to the page's question with the prices that it rests on. */
record BreakEvenResult(
    Comparison comparison, List<PriceAssumption> assumptions, List<Warning> warnings) {

  BreakEvenResult {
    requireNonNull(comparison, "comparison");
    assumptions = List.copyOf(assumptions);
    warnings = List.copyOf(warnings);
  }

  /** Against the same model untuned. */
  BreakEvenAnswer main() {
    return comparison.answers().get(0);
  }
}
