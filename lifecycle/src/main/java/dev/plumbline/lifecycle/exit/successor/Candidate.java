package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A successor with its checks and its price.
 *
 * @param key tells it apart within its plan
 */
public record Candidate(
    String key, Successor successor, List<SuccessorCheck> checks, CandidateMoney money) {

  public Candidate {
    requireNonNull(key, "key");
    requireNonNull(successor, "successor");
    checks = List.copyOf(checks);
    requireNonNull(money, "money");
  }

  public List<SuccessorCheck> failed() {
    return with(Verdict.FAIL);
  }

  public List<SuccessorCheck> unknown() {
    return with(Verdict.UNKNOWN);
  }

  private List<SuccessorCheck> with(Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).toList();
  }

  public boolean isStop() {
    return successor.route() == Route.STOP;
  }
}
