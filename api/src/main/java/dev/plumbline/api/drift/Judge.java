package dev.plumbline.api.drift;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRun;
import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Probing;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.Batch;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.verdict.DriftState;
import dev.plumbline.lifecycle.drift.verdict.Escalation;
import dev.plumbline.lifecycle.drift.verdict.Look;
import dev.plumbline.lifecycle.drift.verdict.VerdictRules;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges what runs brought. All cycles of the epoch are fed again each time, which takes
 * milliseconds and gives the same verdicts; what is new is kept, and a suspicion asks for a closer
 * look.
 */
@ApplicationScoped
class Judge {

  private final ProbeRuns runs;
  private final Probing probing;
  private final VerdictRepository verdicts;
  private final Backgrounds backgrounds;
  private final DriftMetrics metrics;
  private final String version;
  private final Clock clock;

  Judge(
      ProbeRuns runs,
      Probing probing,
      VerdictRepository verdicts,
      Backgrounds backgrounds,
      DriftMetrics metrics,
      @ConfigProperty(name = "quarkus.application.version") String version,
      Clock clock) {
    this.runs = runs;
    this.probing = probing;
    this.verdicts = verdicts;
    this.backgrounds = backgrounds;
    this.metrics = metrics;
    this.version = version;
    this.clock = clock;
  }

  /** Judges every watch of the target; how many verdicts are new. */
  int judge(Organisation organisation, Target target) {
    List<ProbeRun> all = runs.since(organisation, target.id(), target.epochAt());
    List<Observed> seen =
        runs.observations(organisation, target.id(), EnumSet.allOf(Work.class), target.epochAt());
    Confirmations confirmations = new Confirmations(target, all, seen);
    Map<UUID, Batch> looks = confirmations.batches();
    List<Escalation.Made> made = new ArrayList<>(confirmations.made());
    int turns = 0;
    boolean refused = false;
    for (Watch watch : Watch.of(target)) {
      List<CycleObservations> cycles = new CycleRuns(target, watch, all, seen).cycles(looks);
      Sitting sitting =
          new Sitting(target, watch, cycles, seen, version, backgrounds.of(organisation, target));
      Judged judged = sitting.judged(known(organisation, target, watch));
      verdicts.keep(organisation, target, judged, clock.instant());
      Optional<Escalation.Made> next =
          sitting.suspicion().flatMap(each -> next(target, each, made, clock.instant()));
      next.ifPresent(made::add);
      refused |= next.map(look -> isRefused(organisation, target, look)).orElse(false);
      judged.turns().forEach(turn -> metrics.told(turn.verdict().state().label()));
      turns += judged.turns().size();
    }
    return refused ? turns + judge(organisation, target) : turns; // to say so at once
  }

  private Optional<Standing> known(Organisation organisation, Target target, Watch watch) {
    return verdicts.standings(organisation).stream()
        .filter(each -> each.target().equals(target.id()) && each.watch() == watch)
        .filter(each -> each.epoch() == target.epoch())
        .findFirst();
  }

  /** Asks for what the look needs; whether all of that came to its end for want of money. */
  private boolean isRefused(Organisation organisation, Target target, Escalation.Made look) {
    List<ProbeRun> added = new ArrayList<>();
    for (Work work : works(target, look.look())) {
      Purpose purpose =
          look.look() == Look.CONFIRMATION ? Purpose.CONFIRMATION : Purpose.ESCALATION;
      probing.escalate(organisation, target, work, purpose, look.slot()).ifPresent(added::add);
    }
    return !added.isEmpty() && added.stream().noneMatch(ProbeRun::isOpen);
  }

  /** The next look into a suspicion, when one is due. */
  static Optional<Escalation.Made> next(
      Target target, DriftState.Suspected suspicion, List<Escalation.Made> made, Instant now) {
    Set<Look> possible = EnumSet.noneOf(Look.class);
    for (Look look : Look.values()) {
      if (!works(target, look).isEmpty()) {
        possible.add(look);
      }
    }
    Duration cycle =
        target.stages().stream().map(Target.Stage::every).min(Duration::compareTo).orElseThrow();
    return new Escalation(suspicion, VerdictRules.USUAL, possible, cycle, made).next(now);
  }

  /** What a look asks, the dearest first; of answers without their text nothing is compared. */
  static List<Work> works(Target target, Look look) {
    List<Work> works =
        switch (look) {
          case TASKS -> List.of(Work.TASKS);
          case KERNEL_CHECK -> List.of(Work.OPEN);
          case CONFIRMATION -> List.of(Work.TASKS, Work.OPEN);
        };
    return works.stream()
        .filter(work -> target.find(work).isPresent())
        .filter(work -> work != Work.OPEN || target.keepText())
        .toList();
  }
}
