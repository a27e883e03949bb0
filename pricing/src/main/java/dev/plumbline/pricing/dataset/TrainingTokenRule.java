package dev.plumbline.pricing.dataset;

/**
 * The constants of the rule for trained tokens. Each finished job should be compared with what the
 * provider counted.
 *
 * @param perMessage tokens that frame a message, beside those of its role
 * @param toolConstant added once per row with tools. One billed job gave -1 (flat tools, one call,
 *     system message present); that is all that is known
 */
public record TrainingTokenRule(long perMessage, long toolConstant) {

  /** Exact for the public tool-calling job of 103 rows, and 0.1 % above an Azure invoice. */
  public static final TrainingTokenRule DOCUMENTED = new TrainingTokenRule(3, -1);
}
