package dev.plumbline.lifecycle.probe.plan;

/**
 * Thresholds that keep false pages within what was asked for.
 *
 * @param alpha of one target and year
 * @param streams e-processes of the target that run side by side; each gets its share
 * @param restart how often the target began anew within the year, from 1: grant r is alpha/(r(r+1))
 */
public record ErrorBudget(double alpha, int streams, int restart) {

  public ErrorBudget {
    if (!(alpha > 0 && alpha < 1) || streams < 1 || restart < 1) {
      throw new IllegalArgumentException(
          "no error budget: alpha %s, %d streams, restart %d".formatted(alpha, streams, restart));
    }
  }

  /** What is granted to this run of the streams; all grants together are alpha. */
  public double granted() {
    return alpha / ((double) restart * (restart + 1));
  }

  /** Logarithm of the evidence at which a stream crosses. */
  public double logThreshold() {
    return Math.log(streams / granted());
  }

  /**
   * What the stream of first tokens must reach: its average run to a false alarm, in observations.
   *
   * @param perYear observations in a year
   */
  public double runLength(long perYear) {
    return perYear * streams / granted();
  }
}
