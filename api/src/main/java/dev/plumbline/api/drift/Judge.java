package dev.plumbline.api.drift;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRun;
import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Probing;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.ConfirmationBatch;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.verdict.DriftState;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges what runs brought. All cycles of the epoch are fed again each time, which takes
 * milliseconds and gives the same verdicts; what is new is kept, and a suspicion asks for a closer
 * look.
 */
@ApplicationScoped
class Judge {

  /** More than the six hours after which a batch counts, and at another hour of the day. */
  private static final Duration UNTIL_CONFIRMATION = Duration.ofHours(7);

  private final ProbeRuns runs;
  private final Probing probing;
  private final VerdictRepository verdicts;
  private final DriftMetrics metrics;
  private final String version;
  private final Clock clock;

  Judge(
      ProbeRuns runs,
      Probing probing,
      VerdictRepository verdicts,
      DriftMetrics metrics,
      @ConfigProperty(name = "quarkus.application.version") String version,
      Clock clock) {
    this.runs = runs;
    this.probing = probing;
    this.verdicts = verdicts;
    this.metrics = metrics;
    this.version = version;
    this.clock = clock;
  }

  /** Judges every watch of the target; how many verdicts are new. */
  int judge(Organisation organisation, Target target) {
    List<ProbeRun> all = runs.since(organisation, target.id(), target.epochAt());
    List<Observed> tasks =
        runs.observations(
            organisation, target.id(), Set.of(Work.TASKS, Work.OPEN), target.epochAt());
    Map<Instant, ConfirmationBatch> batches = new Confirmations(target, all, tasks).batches();
    int turns = 0;
    for (Watch watch : Watch.of(target)) {
      List<Observed> seen =
          watch == Watch.TASKS
              ? tasks
              : runs.observations(organisation, target.id(), watch.works(), target.epochAt());
      List<CycleObservations> cycles = new CycleRuns(target, watch, all, seen).cycles(batches);
      Sitting sitting = new Sitting(target, watch, cycles, seen, version);
      Judged judged = sitting.judged(known(organisation, target, watch));
      verdicts.keep(organisation, target, judged, clock.instant());
      sitting.suspicion().ifPresent(since -> lookCloser(organisation, target, since));
      judged.turns().forEach(turn -> metrics.told(turn.verdict().state().label()));
      turns += judged.turns().size();
    }
    return turns;
  }

  private Optional<Standing> known(Organisation organisation, Target target, Watch watch) {
    return verdicts.standings(organisation).stream()
        .filter(each -> each.target().equals(target.id()) && each.watch() == watch)
        .filter(each -> each.epoch() == target.epoch())
        .findFirst();
  }

  private void lookCloser(
      Organisation organisation, Target target, DriftState.Suspected suspicion) {
    for (Look look : looks(target, suspicion)) {
      probing.escalate(organisation, target, look.work(), look.purpose(), look.at());
    }
  }

  /** A run that a suspicion asks for. */
  record Look(Work work, Purpose purpose, Instant at) {}

  /** Each suspicion gets its runs once: their moments follow from when it began. */
  static List<Look> looks(Target target, DriftState.Suspected suspicion) {
    Duration wait = UNTIL_CONFIRMATION.plus(Duration.ofHours(25L * suspicion.refuted()));
    List<Look> looks = new ArrayList<>();
    for (Work work : List.of(Work.TASKS, Work.OPEN)) {
      if (target.find(work).isPresent()) {
        looks.add(new Look(work, Purpose.CONFIRMATION, suspicion.since().plus(wait)));
      }
    }
    return looks;
  }
}
