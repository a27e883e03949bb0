package dev.plumbline.api.alerts;

import dev.plumbline.api.jobs.CatchUp;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.jobs.JobPlan;
import dev.plumbline.api.jobs.JobReport;
import dev.plumbline.api.jobs.WindowedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Looks after alerts that wait: for their milestone, for the end of a snooze, for somebody. */
@ApplicationScoped
class AlertWatch implements WindowedJob {

  private static final JobPlan PLAN =
      new JobPlan(
          "alert-watch",
          "Reminds of milestones, ends snoozes and acknowledgements, and asks the next contact.",
          Duration.ofMinutes(5),
          CatchUp.LATEST_ONLY);

  private final AlertBook book;

  AlertWatch(AlertBook book) {
    this.book = book;
  }

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    return JobReport.of(book.watch(held.window().organisation()));
  }
}
