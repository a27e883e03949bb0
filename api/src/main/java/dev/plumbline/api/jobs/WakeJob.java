package dev.plumbline.api.jobs;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * What Quartz fires: it wakes the job of the trigger's name and returns at once, so that a killed
 * instance rarely holds a trigger.
 */
@Dependent
@Unremovable
public class WakeJob implements Job {

  private final JobWorkers workers;

  WakeJob(JobWorkers workers) {
    this.workers = workers;
  }

  @Override
  public void execute(JobExecutionContext context) {
    workers.wake(context.getJobDetail().getKey().getName());
  }
}
