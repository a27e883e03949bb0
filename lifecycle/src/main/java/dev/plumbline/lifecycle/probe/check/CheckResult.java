package dev.plumbline.lifecycle.probe.check;

import static java.util.Objects.requireNonNull;

/**
 * What a check says about an answer.
 *
 * @param why in words; empty when it passed
 */
public record CheckResult(Kind kind, String why) {

  private static final CheckResult PASSED = new CheckResult(Kind.PASSED, "");

  /** The possible answers. */
  public enum Kind {
    PASSED,
    FAILED,
    /** The check came to its limit before an answer: counted neither way. */
    UNDECIDED
  }

  public CheckResult {
    requireNonNull(kind, "kind");
    requireNonNull(why, "why");
  }

  public static CheckResult passed() {
    return PASSED;
  }

  public static CheckResult failed(String why) {
    return new CheckResult(Kind.FAILED, why);
  }

  public static CheckResult undecided(String why) {
    return new CheckResult(Kind.UNDECIDED, why);
  }

  public boolean isPassed() {
    return kind == Kind.PASSED;
  }
}
