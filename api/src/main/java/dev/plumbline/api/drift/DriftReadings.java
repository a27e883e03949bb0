package dev.plumbline.api.drift;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.RunView;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.EvidenceReport;
import dev.plumbline.lifecycle.drift.evidence.Recomputation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be read of targets; who may not see a target gets its refusal. */
@ApplicationScoped
class DriftReadings {

  private final Targets targets;
  private final ProbeRuns runs;
  private final VerdictRepository verdicts;
  private final Clock clock;

  DriftReadings(Targets targets, ProbeRuns runs, VerdictRepository verdicts, Clock clock) {
    this.targets = targets;
    this.runs = runs;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  List<RunView> runs(Caller caller, UUID id, int limit) {
    Target target = targets.show(caller, id);
    return runs.newest(caller.organisation(), target.id(), limit).stream()
        .map(RunView::of)
        .toList();
  }

  List<StandingView> standings(Caller caller, UUID id) {
    Target target = targets.show(caller, id);
    return verdicts.standings(caller.organisation()).stream()
        .filter(each -> each.target().equals(target.id()) && each.epoch() == target.epoch())
        .map(StandingView::of)
        .toList();
  }

  List<VerdictView> verdicts(Caller caller, UUID id, int limit) {
    Target target = targets.show(caller, id);
    return verdicts.verdicts(caller.organisation(), target.id(), limit).stream()
        .map(row -> VerdictView.of(row, target.traffic()))
        .toList();
  }

  byte[] evidence(Caller caller, UUID id) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return verdicts
        .evidence(caller.organisation(), id)
        .orElseThrow(
            () -> Problem.of(ErrorCode.NOT_FOUND, "no verdict with evidence " + id).asException());
  }

  /** The evidence for people, with its verdicts computed again. */
  String report(Caller caller, UUID id) {
    byte[] bytes = evidence(caller, id);
    try {
      EvidenceFile file = EvidenceFile.read(new ByteArrayInputStream(bytes));
      return EvidenceReport.markdown(file, Recomputation.of(file));
    } catch (IllegalArgumentException e) {
      throw Problem.of(ErrorCode.CONFLICT, "the evidence cannot be rendered: " + e.getMessage())
          .withRemedy("download the evidence file")
          .asException();
    }
  }

  SpendingView spending(Caller caller, UUID id) {
    Target target = targets.show(caller, id);
    LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    Money spent =
        runs.spent(caller.organisation(), target, month.atStartOfDay(ZoneOffset.UTC).toInstant());
    return new SpendingView(
        month,
        spent.currency().getCurrencyCode(),
        spent.toPlainString(),
        target.budget().perMonth().toPlainString());
  }
}
