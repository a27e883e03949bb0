package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.exit.successor.Candidate;
import dev.plumbline.lifecycle.exit.successor.CandidateOrder.Ranked;
import dev.plumbline.lifecycle.exit.value.Outlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to leave one fine-tune, as things stand today. It proposes and keeps account; a fine-tune is
 * never swapped by it.
 *
 * @param candidates in the recommended order
 * @param latestStart after which the plan can no longer be over in time
 */
public record ExitPlan(
    ExitSubject subject,
    ExitClocks clocks,
    Outlook outlook,
    Schedule schedule,
    List<Ranked> candidates,
    LatestStart latestStart,
    ExitProgress progress) {

  public ExitPlan {
    requireNonNull(subject, "subject");
    requireNonNull(clocks, "clocks");
    requireNonNull(outlook, "outlook");
    requireNonNull(schedule, "schedule");
    candidates = List.copyOf(candidates);
    requireNonNull(latestStart, "latestStart");
    requireNonNull(progress, "progress");
  }

  public LocalDate today() {
    return clocks.today();
  }

  public ExitStatus status() {
    return progress.status(today());
  }

  public Optional<Candidate> chosen() {
    return progress
        .choice()
        .flatMap(
            choice ->
                candidates.stream()
                    .map(Ranked::candidate)
                    .filter(candidate -> candidate.key().equals(choice.candidate()))
                    .findFirst());
  }

  /** Why the plan is not further, and what fails of the candidate that was chosen. */
  public List<String> blockedBy() {
    List<String> reasons = new ArrayList<>(progress.blockedBy(today()));
    if (status() != ExitStatus.CLOSED && status() != ExitStatus.SWITCHED) {
      chosen()
          .ifPresent(
              candidate ->
                  candidate
                      .failed()
                      .forEach(
                          check ->
                              reasons.add(
                                  "the chosen candidate fails \"%s\": %s"
                                      .formatted(check.kind().words(), check.evidence()))));
    }
    return List.copyOf(reasons);
  }
}
