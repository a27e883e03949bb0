package dev.plumbline.api.jobs;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * The threads of jobs on this instance, and their alarm clocks: Quartz, clustered, for what is due;
 * a timer of each instance for leases and for what a killed instance has left, because Quartz takes
 * up to 13 seconds to notice that one is gone.
 */
@ApplicationScoped
class JobWorkers {

  private static final String GROUP = "plumbline";
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final JobDesk desk;
  private final JobsConfig config;
  private final boolean enabled;
  private final Instance<Scheduler> quartz;
  private final ExecutorService workers;
  private final ScheduledExecutorService timer;

  JobWorkers(
      JobDesk desk,
      JobsConfig config,
      Instance<Scheduler> quartz,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean enabled) {
    this.desk = desk;
    this.config = config;
    this.quartz = quartz;
    this.enabled = enabled;
    this.workers = Executors.newFixedThreadPool(config.threads(), named("plumbline-job-"));
    this.timer = new ScheduledThreadPoolExecutor(1, named("plumbline-job-timer-"));
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      return thread;
    };
  }

  void start(@Observes StartupEvent event) {
    if (!enabled) {
      return;
    }
    repeat(desk.heartbeat(), desk::renewLeases);
    repeat(config.lookEvery(), () -> desk.lookForLeft(workers));
    repeat(FORGET_EVERY, desk::forget);
    desk.plans().forEach(this::schedule);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
    workers.shutdown();
  }

  private void repeat(Duration every, Runnable work) {
    timer.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            Log.warnf("jobs cannot go on for now: %s", e.getMessage());
          }
        },
        every.toMillis(),
        every.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  void wake(String job) {
    desk.wake(job, workers);
  }

  /** What somebody has just asked for is not left lying until the next look. */
  void lookNow() {
    if (enabled) {
      desk.lookForLeft(workers);
    }
  }

  /** The trigger's identity is the job's name, so every instance means the same one. */
  private void schedule(JobPlan plan) {
    Duration sleep = plan.every().compareTo(LONGEST_SLEEP) < 0 ? plan.every() : LONGEST_SLEEP;
    JobDetail detail =
        JobBuilder.newJob(WakeJob.class).withIdentity(plan.name(), GROUP).storeDurably().build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(plan.name(), GROUP)
            .forJob(detail)
            .startNow()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(sleep.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build();
    try {
      Scheduler clustered = quartz.get(); // there is none where it is disabled
      clustered.addJob(detail, true);
      if (clustered.checkExists(trigger.getKey())) {
        clustered.rescheduleJob(trigger.getKey(), trigger);
      } else {
        clustered.scheduleJob(trigger);
      }
    } catch (SchedulerException e) {
      Log.warnf("Quartz does not wake %s from here: %s", plan.name(), e.getMessage());
    }
  }
}
