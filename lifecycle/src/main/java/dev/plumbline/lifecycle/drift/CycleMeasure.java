package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.comparison.Measure;

/** What is measured of a cycle besides passes and tokens: a positive mean over its calls. */
public enum CycleMeasure {
  /** Tokens or characters of an answer. */
  LENGTH("length", Measure.LENGTH),
  /** Seconds of a call. */
  LATENCY("latency", Measure.LATENCY),
  /** Money of a call, in any unit that stays the same. */
  COST("cost", Measure.COST);

  private final String label;
  private final Measure measure;

  CycleMeasure(String label, Measure measure) {
    this.label = label;
    this.measure = measure;
  }

  /** The published name. */
  public String label() {
    return label;
  }

  Measure measure() {
    return measure;
  }
}
