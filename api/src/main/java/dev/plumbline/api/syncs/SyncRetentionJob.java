package dev.plumbline.api.syncs;

import dev.plumbline.api.jobs.CatchUp;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.jobs.JobPlan;
import dev.plumbline.api.jobs.JobReport;
import dev.plumbline.api.jobs.WindowedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets each day what runs left behind long ago and what proves nothing any more. */
@ApplicationScoped
class SyncRetentionJob implements WindowedJob {

  private static final JobPlan PLAN =
      new JobPlan(
          "sync-retention",
          "Removes old runs, passing absences and received events of accounts at providers.",
          Duration.ofDays(1),
          CatchUp.LATEST_ONLY);

  /** Providers repeat events for days, and rules of alerts look back for weeks. */
  private static final int LEAST_DAYS = 30;

  private final SyncRetention retention;
  private final int days;

  SyncRetentionJob(SyncRetention retention, SyncsConfig config) {
    this.retention = retention;
    this.days = config.keepDays();
    if (days < LEAST_DAYS) {
      throw new IllegalArgumentException(
          "plumbline.providers.keep-days is at least %d, not %d".formatted(LEAST_DAYS, days));
    }
  }

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    return JobReport.of(retention.forget(held.window().organisation(), days));
  }
}
