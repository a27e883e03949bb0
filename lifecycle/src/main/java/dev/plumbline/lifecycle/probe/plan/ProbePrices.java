package dev.plumbline.lifecycle.probe.plan;

import dev.plumbline.lifecycle.probe.Probe;

/** Prices of calls; who has a price catalogue answers. */
@FunctionalInterface
public interface ProbePrices {

  /**
   * What it costs to put the probe to the model once.
   *
   * @param outputTokens that are paid for at most
   */
  ProbePrice priceOf(Arm arm, Probe probe, long outputTokens);
}
