package dev.plumbline.lifecycle.drift.sequential;

/**
 * What a stream of onsets says after a cycle.
 *
 * @param cycle number of the cycle just seen, from 0
 * @param logEvidence natural logarithm of the mixture M
 * @param onset the cycle in which a change most likely began, if there was one
 * @param earliest with {@code latest} the range of onsets that hold nine tenths of the evidence;
 *     measured, no proven coverage
 */
public record OnsetReading(long cycle, double logEvidence, long onset, long earliest, long latest) {

  /** Whether M has reached a threshold, given as its natural logarithm. */
  public boolean reaches(double logThreshold) {
    return logEvidence >= logThreshold;
  }
}
