package dev.plumbline.lifecycle.drift;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.VerdictRules;

/**
 * What a monitor is told before its first cycle.
 *
 * @param seed of every chance decision; stored with the evidence
 * @param grant what the first streams may spend
 * @param borderThreshold what the border stream's R must reach: observations a year times years
 *     between false suspicions times streams
 * @param mixAlpha level of the stream of known clusters, which only informs
 */
public record MonitorSettings(
    long seed, AlphaGrant grant, double borderThreshold, double mixAlpha, VerdictRules rules) {

  public static final double USUAL_MIX_ALPHA = .01;

  public MonitorSettings {
    requireNonNull(grant, "grant");
    requireNonNull(rules, "rules");
    if (!(borderThreshold > 1) || !(mixAlpha > 0 && mixAlpha < 1)) {
      throw new IllegalArgumentException(
          "a border threshold of %s, a mix at alpha %s".formatted(borderThreshold, mixAlpha));
    }
  }

  public static MonitorSettings usual(long seed, AlphaGrant grant, double borderThreshold) {
    return new MonitorSettings(seed, grant, borderThreshold, USUAL_MIX_ALPHA, VerdictRules.USUAL);
  }
}
