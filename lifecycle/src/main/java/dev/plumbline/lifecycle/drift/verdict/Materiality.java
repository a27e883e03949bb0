package dev.plumbline.lifecycle.drift.verdict;

import dev.plumbline.lifecycle.drift.comparison.Effect;
import java.util.List;

/**
 * From which size a sure change is worth waking somebody. Smaller ones are reported.
 *
 * @param points of a pass or schema rate; .05 is five points
 * @param cost share; also of the length, which is what costs
 * @param latency share
 */
public record Materiality(double points, double cost, double latency) {

  public static final Materiality USUAL = new Materiality(.05, .1, .2);

  public Materiality {
    if (!(points >= 0 && cost >= 0 && latency >= 0)) {
      throw new IllegalArgumentException(
          "limits of materiality: %s, %s, %s".formatted(points, cost, latency));
    }
  }

  /**
   * Whether any effect exceeds its limit. When none says what the change means, for example only a
   * distance of distributions is known, nobody may call it immaterial.
   */
  public boolean isMaterial(List<Effect> effects) {
    List<Effect> meaningful = effects.stream().filter(Materiality::hasMeaning).toList();
    return meaningful.isEmpty() || meaningful.stream().anyMatch(this::exceeds);
  }

  private boolean exceeds(Effect effect) {
    return Math.abs(effect.estimate()) >= limit(effect);
  }

  private static boolean hasMeaning(Effect effect) {
    return switch (effect.measure()) {
      case PASS_RATE, COST, LENGTH, LATENCY -> true;
      case SCORE, DISTANCE -> false;
    };
  }

  private double limit(Effect effect) {
    return switch (effect.measure()) {
      case PASS_RATE -> points;
      case COST, LENGTH -> cost;
      case LATENCY -> latency;
      case SCORE, DISTANCE -> Double.POSITIVE_INFINITY;
    };
  }
}
