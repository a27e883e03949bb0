package dev.plumbline.api.exitplans;

import dev.plumbline.api.exitplans.PlanDocument.KeyedCandidate;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The candidates in a plan's document. */
final class Candidates {

  static final int MOST = 50;

  private Candidates() {}

  static List<KeyedCandidate> keyed(List<CandidateFacts> facts) {
    if (facts.size() > MOST) {
      throw ExitPlans.conflict("a plan has at most 50 candidates", "leave some out");
    }
    List<KeyedCandidate> keyed = new ArrayList<>();
    facts.forEach(each -> keyed.add(new KeyedCandidate("c" + (keyed.size() + 1), each)));
    return keyed;
  }

  static KeyedCandidate find(PlanDocument document, String key) {
    return document.candidates().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> Problem.of(ErrorCode.NOT_FOUND, "no such candidate in the plan").asException());
  }

  static PlanDocument added(PlanDocument document, CandidateFacts facts) {
    if (document.candidates().size() >= MOST) {
      throw ExitPlans.conflict("a plan has at most 50 candidates", "remove some");
    }
    int last =
        document.candidates().stream()
            .mapToInt(each -> Integer.parseInt(each.key().substring(1)))
            .max()
            .orElse(0);
    List<KeyedCandidate> all = new ArrayList<>(document.candidates());
    all.add(new KeyedCandidate("c" + (last + 1), facts));
    return document.withCandidates(all);
  }

  /** What was chosen stays: a decision is about it. */
  static PlanDocument removed(PlanDocument document, String key) {
    KeyedCandidate gone = find(document, key);
    if (document.choice() != null && document.choice().candidate().equals(key)) {
      throw ExitPlans.conflict("this candidate is chosen", "choose another one first");
    }
    return document.withCandidates(
        document.candidates().stream().filter(each -> !each.equals(gone)).toList());
  }
}
