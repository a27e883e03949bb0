package dev.plumbline.api.syncs;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.jobs.CatchUp;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.jobs.JobPlan;
import dev.plumbline.api.jobs.JobReport;
import dev.plumbline.api.jobs.WindowedJob;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Asks every account each hour: the shortest time in which two lists count as two. */
@ApplicationScoped
class ProviderSyncJob implements WindowedJob {

  private static final JobPlan PLAN =
      new JobPlan(
          "provider-sync",
          "Reads models, jobs and deployments from the accounts at providers.",
          Duration.ofHours(1),
          CatchUp.LATEST_ONLY);

  private final Syncs syncs;

  ProviderSyncJob(Syncs syncs) {
    this.syncs = syncs;
  }

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    List<SyncRunView> runs = syncs.all(held.window().organisation(), Actor.SYSTEM, false);
    return new JobReport(
        runs.size(),
        runs.stream()
            .filter(run -> !run.outcome().equals("complete"))
            .map(ProviderSyncJob::finding)
            .toList());
  }

  private static Finding finding(SyncRunView run) {
    String detail = run.detail() == null ? "" : ": " + run.detail();
    return new Finding(
        "SYNC_" + run.outcome().toUpperCase(Locale.ROOT),
        run.outcome().equals("failed") ? Severity.ERROR : Severity.WARNING,
        "provider account %s was read %s%s".formatted(run.account(), run.outcome(), detail),
        Place.file("provider account " + run.account()),
        "look at its key and address; the next run tries again");
  }
}
