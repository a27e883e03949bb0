package dev.plumbline.lifecycle.drift.comparison;

/** What an effect is measured in. */
public enum Measure {
  /** Difference of pass, schema, format or refusal rates; .05 is five points. */
  PASS_RATE,
  /** Relative change; .1 is ten percent more. */
  COST,
  LENGTH,
  LATENCY,
  /** Difference of a score without unit. */
  SCORE,
  /** A distance of distributions: says that something changed, not what it means. */
  DISTANCE;

  /** Whether it is told as a relative change. */
  public boolean isRatio() {
    return this == COST || this == LENGTH || this == LATENCY;
  }
}
