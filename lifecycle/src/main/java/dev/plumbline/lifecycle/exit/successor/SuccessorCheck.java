package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

/**
 * One check of one successor.
 *
 * @param evidence why, in a sentence with the dates and the source
 */
public record SuccessorCheck(CheckKind kind, Verdict verdict, String evidence) {

  public SuccessorCheck {
    requireNonNull(kind, "kind");
    requireNonNull(verdict, "verdict");
    requireNonNull(evidence, "evidence");
    if (evidence.isBlank()) {
      throw new IllegalArgumentException("a verdict needs its evidence: " + kind);
    }
  }

  static SuccessorCheck pass(CheckKind kind, String evidence) {
    return new SuccessorCheck(kind, Verdict.PASS, evidence);
  }

  static SuccessorCheck fail(CheckKind kind, String evidence) {
    return new SuccessorCheck(kind, Verdict.FAIL, evidence);
  }

  static SuccessorCheck unknown(CheckKind kind, String evidence) {
    return new SuccessorCheck(kind, Verdict.UNKNOWN, evidence);
  }
}
