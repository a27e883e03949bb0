package dev.plumbline.pricing.breakeven;

/** Answers a scenario: closed form where the hit rate is given, numeric where traffic sets it. */
public final class BreakEvenAnalysis {

  private BreakEvenAnalysis() {}

  public static BreakEvenAnswer of(BreakEvenScenario scenario) {
    throw new UnsupportedOperationException(scenario.name());
  }
}
