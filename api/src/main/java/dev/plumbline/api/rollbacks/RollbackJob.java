package dev.plumbline.api.rollbacks;

import dev.plumbline.api.jobs.CatchUp;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.jobs.JobPlan;
import dev.plumbline.api.jobs.JobReport;
import dev.plumbline.api.jobs.WindowedJob;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.ServableCalls;
import dev.plumbline.api.syncs.ServableCalls.Seen;
import dev.plumbline.api.syncs.ServableCalls.Verdict;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls each model that one could go back to once a week. The windows are days: what did not answer
 * is asked again on the next one, a new deployment does not wait for a week, and a proof, which
 * counts for seven days, is renewed before it is too old.
 */
@ApplicationScoped
class RollbackJob implements WindowedJob {

  private static final JobPlan PLAN =
      new JobPlan(
          "rollback-verification",
          "Calls each model that one could go back to once a week, to see whether it answers.",
          Duration.ofDays(1),
          CatchUp.LATEST_ONLY);

  private static final Duration RENEWED_AFTER = Duration.ofDays(6);

  /** Each costs a few tokens; the rest waits for the next day. */
  private static final int MOST_CALLS = 200;

  private final RollbackList list;
  private final LookRepository looks;
  private final LookBook book;
  private final ServableCalls calls;
  private final Clock clock;

  RollbackJob(
      RollbackList list, LookRepository looks, LookBook book, ServableCalls calls, Clock clock) {
    this.list = list;
    this.looks = looks;
    this.book = book;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    Organisation organisation = held.window().organisation();
    List<ModelKey> due = due(organisation);
    List<Finding> findings = new ArrayList<>();
    for (ModelKey model : due) {
      Seen seen = calls.look(organisation, model);
      book.keep(held, model, seen);
      if (seen.verdict() != Verdict.ANSWERED) {
        findings.add(finding(model, seen));
      }
    }
    return new JobReport(due.size(), findings);
  }

  /** Those that nobody looked at come first, then the oldest looks. */
  private List<ModelKey> due(Organisation organisation) {
    Map<ModelKey, Seen> seen = looks.all(organisation);
    Instant fresh = clock.instant().minus(RENEWED_AFTER);
    return list.places(organisation).stream()
        .flatMap(place -> place.before().stream())
        .distinct()
        .filter(model -> !isFresh(seen.get(model), fresh))
        .sorted(
            Comparator.comparing(
                    (ModelKey model) ->
                        Optional.ofNullable(seen.get(model)).map(Seen::at).orElse(Instant.MIN))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_CALLS)
        .toList();
  }

  private static boolean isFresh(@org.jspecify.annotations.Nullable Seen seen, Instant since) {
    return seen != null && seen.verdict() == Verdict.ANSWERED && seen.at().isAfter(since);
  }

  private static Finding finding(ModelKey model, Seen seen) {
    boolean gone = seen.verdict() == Verdict.GONE;
    return new Finding(
        gone ? "ROLLBACK_GONE" : "ROLLBACK_UNVERIFIED",
        gone ? Severity.ERROR : Severity.WARNING,
        "%s was not seen to answer: %s".formatted(model, seen.words()),
        dev.plumbline.core.finding.Place.file("rollback target " + model),
        gone
            ? "choose another model to go back to"
            : "add an account at its provider, or call it and record that as evidence");
  }
}
