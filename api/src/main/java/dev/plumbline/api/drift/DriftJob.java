package dev.plumbline.api.drift;

import dev.plumbline.api.jobs.CatchUp;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.jobs.JobPlan;
import dev.plumbline.api.jobs.JobReport;
import dev.plumbline.api.jobs.WindowedJob;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Probing;
import dev.plumbline.api.probes.Target;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks every target what is due and judges the answers; one that fails does not stop the others.
 */
@ApplicationScoped
class DriftJob implements WindowedJob {

  private static final JobPlan PLAN =
      new JobPlan(
          "drift-probes",
          "Asks watched models what is due, and judges whether they are still the same.",
          Duration.ofMinutes(1),
          CatchUp.LATEST_ONLY);

  private final Probing probing;
  private final Judge judge;
  private final MixDigest digest;

  DriftJob(Probing probing, Judge judge, MixDigest digest) {
    this.probing = probing;
    this.judge = judge;
    this.digest = digest;
  }

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    return run(held.window().organisation());
  }

  JobReport run(Organisation organisation) {
    int runs = 0;
    List<Finding> findings = new ArrayList<>();
    for (Target target : probing.active(organisation)) {
      try {
        int done = probing.carryOut(organisation, target);
        if (done > 0) {
          judge.judge(organisation, target);
          digest.keep(organisation, target);
        }
        runs += done;
      } catch (RuntimeException e) {
        Log.errorf(e, "watching the target %s failed", target.id());
        findings.add(failed(target));
      }
    }
    return new JobReport(runs, findings);
  }

  private static Finding failed(Target target) {
    return new Finding(
        "DRIFT_TARGET_FAILED",
        Severity.ERROR,
        "the target %s could not be asked or judged".formatted(target.name()),
        Place.file("drift target " + target.id()),
        "read the log of the instance that ran it; the next minute tries again");
  }
}
