package dev.plumbline.lifecycle.drift.sequential;

import dev.plumbline.lifecycle.drift.stats.LogSpace;

/** A possible beginning of a change, with the capital of the process that began there. */
interface Onset<O extends Onset<O>> {

  /** The cycle of the beginning, from 0. */
  long start();

  /** log of weight times evidence. */
  double logCapital();

  /** This process with the capital of an older one added, which then ends. */
  O absorbing(O older);

  /**
   * Weights 1/((j+1)(j+2)): those of the onsets up to cycle t sum to 1 - 1/(t+2), the rest is still
   * to be given out.
   */
  static double logWeight(long start) {
    return -StrictMath.log(start + 1.0) - StrictMath.log(start + 2.0);
  }

  /** log of what onsets after cycle t hold. */
  static double logUnspent(long cycle) {
    return -StrictMath.log(cycle + 2.0);
  }

  static double joined(double older, double newer) {
    return LogSpace.sum(older, newer);
  }
}
