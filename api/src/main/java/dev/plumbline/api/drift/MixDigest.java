package dev.plumbline.api.drift;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.fingerprint.WeeklyMix;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Compares the mixture of backends of the week that is over with that of the week before. */
@ApplicationScoped
class MixDigest {

  private final ProbeRuns runs;
  private final MixRepository rows;
  private final Clock clock;

  MixDigest(ProbeRuns runs, MixRepository rows, Clock clock) {
    this.runs = runs;
    this.rows = rows;
    this.clock = clock;
  }

  /** Once a week; repeated it does nothing. */
  void keep(Organisation organisation, Target target) {
    LocalDate week = WeeklyMix.lastWeek(clock.instant());
    boolean isKept =
        rows.since(organisation, week).stream()
            .anyMatch(each -> each.target().equals(target.id()) && each.epoch() == target.epoch());
    if (isKept || !target.epochAt().isBefore(begin(week))) {
      return;
    }
    Instant from = begin(week.minusWeeks(1));
    List<Observed> seen =
        runs.observations(
            organisation,
            target.id(),
            Set.of(Work.TRIPWIRE),
            from.isBefore(target.epochAt()) ? target.epochAt() : from);
    WeeklyMix.of(
            week,
            replies(target, seen, from, begin(week)),
            replies(target, seen, begin(week), begin(week.plusWeeks(1))),
            target.seed())
        .ifPresent(mix -> rows.keep(organisation, target, mix));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<LogProbabilities> replies(
      Target target, List<Observed> seen, Instant from, Instant to) {
    return CycleRuns.replies(
        seen.stream()
            .filter(each -> each.arm().equals(target.subject().arm().name()) && each.answered())
            .filter(each -> !each.slot().isBefore(from) && each.slot().isBefore(to))
            .toList());
  }
}
