package dev.plumbline.lifecycle.drift.verdict;

/**
 * "About F false pages per year for N models." Each model gets F/N a year; the r-th stream of a
 * model within the year gets that over r(r+1), which sums to no more however often it restarts.
 *
 * <p>Proven by the union bound, as far as each stream keeps its own bound.
 *
 * @param falsePagesPerYear for the whole fleet
 */
public record AlphaBudget(double falsePagesPerYear, int models) {

  public AlphaBudget {
    if (!(falsePagesPerYear > 0) || models < 1 || falsePagesPerYear >= models) {
      throw new IllegalArgumentException(
          "%s false pages a year for %d models: choose more than none and fewer than one a model"
              .formatted(falsePagesPerYear, models));
    }
  }

  /** A model's share of a year. */
  public double perModel() {
    return falsePagesPerYear / models;
  }

  /** What the first stream of a year may spend. */
  public AlphaGrant firstGrant(int year) {
    return new AlphaGrant(year, 1, perModel());
  }
}
