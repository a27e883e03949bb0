package dev.plumbline.lifecycle.drift.verdict;

/**
 * The share of the error budget that one stream may spend in its life.
 *
 * @param stream number of the stream within the year, from 1
 * @param ofYear what the model may spend in the year
 */
public record AlphaGrant(int year, int stream, double ofYear) {

  public AlphaGrant {
    if (stream < 1 || !(ofYear > 0 && ofYear < 1)) {
      throw new IllegalArgumentException("stream %d of alpha %s".formatted(stream, ofYear));
    }
  }

  public double alpha() {
    return ofYear / (stream * (stream + 1.0));
  }

  /** For the stream after a restart: a new baseline, or a suspicion that was cleared. */
  public AlphaGrant next() {
    return new AlphaGrant(year, stream + 1, ofYear);
  }
}
