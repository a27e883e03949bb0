package dev.plumbline.pricing.breakeven.explore;

import java.util.SplittableRandom;

/**
 * Points that fill a unit cube more evenly than random ones: the additive recurrence {@code
 * fraction(shift + n * a)} with {@code a[k] = g^-(k+1)}, where g solves {@code g^(d+1) = g + 1}
 * (the golden ratio for one dimension). The seed moves all points by one random shift, so a result
 * can be recomputed from its seed. Points are samples of guesses, not money.
 */
final class QuasiRandom {

  private static final int ROOT_STEPS = 60;

  private final double[] steps;
  private final double[] shift;

  QuasiRandom(int dimensions, long seed) {
    double g = generalisedGoldenRatio(dimensions);
    var random = new SplittableRandom(seed);
    steps = new double[dimensions];
    shift = new double[dimensions];
    for (int k = 0; k < dimensions; k++) {
      steps[k] = Math.pow(g, -(k + 1.0));
      shift[k] = random.nextDouble();
    }
  }

  /** The coordinate of a point in [0, 1). */
  double coordinate(int point, int dimension) {
    double place = shift[dimension] + point * steps[dimension];
    return place - Math.floor(place);
  }

  private static double generalisedGoldenRatio(int dimensions) {
    double g = 1.5;
    for (int i = 0; i < ROOT_STEPS; i++) {
      g = Math.pow(1 + g, 1.0 / (dimensions + 1));
    }
    return g;
  }
}
