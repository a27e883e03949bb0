package dev.plumbline.api.probes;

import dev.plumbline.api.probes.ProbeRun.Outcome;
import java.time.Instant;
import java.util.List;

/** What a run as a whole says: only the model in question decides whether it was measured. */
record RunEnd(Outcome outcome, String detail) {

  /**
   * @param calls of all arms together
   */
  static RunEnd of(List<ProbeRuns.ArmOutcome> outcomes, Target target, int calls) {
    String subject = target.subject().arm().name();
    int answered = count(outcomes, subject, "answered");
    int all = outcomes.stream().mapToInt(ProbeRuns.ArmOutcome::calls).sum();
    int answeredOfAll =
        outcomes.stream()
            .filter(each -> each.outcome().equals("answered"))
            .mapToInt(ProbeRuns.ArmOutcome::calls)
            .sum();
    if (answered == 0 && count(outcomes, subject, "gone") > 0) {
      return new RunEnd(Outcome.GONE, reason(outcomes, "gone"));
    }
    if (calls == 0) {
      return new RunEnd(Outcome.MEASURED, "there was nothing to ask");
    }
    if (answered == 0) {
      String why = reason(outcomes, "not_measured");
      return new RunEnd(Outcome.NOT_MEASURED, why.isEmpty() ? "it came too late to be asked" : why);
    }
    return answeredOfAll == calls
        ? new RunEnd(Outcome.MEASURED, "")
        : new RunEnd(
            Outcome.PARTIAL,
            "%d of %d calls have no answer; %s"
                .formatted(
                    calls - answeredOfAll,
                    calls,
                    all < calls ? "some were not asked" : reason(outcomes, "not_measured")));
  }

  private static int count(List<ProbeRuns.ArmOutcome> outcomes, String arm, String outcome) {
    return outcomes.stream()
        .filter(each -> each.arm().equals(arm) && each.outcome().equals(outcome))
        .mapToInt(ProbeRuns.ArmOutcome::calls)
        .sum();
  }

  private static String reason(List<ProbeRuns.ArmOutcome> outcomes, String outcome) {
    return outcomes.stream()
        .filter(each -> each.outcome().equals(outcome))
        .map(ProbeRuns.ArmOutcome::reason)
        .findFirst()
        .orElse("");
  }

  ProbeRun.Finished finished(Instant at) {
    return new ProbeRun.Finished(at, outcome, detail);
  }
}
