package dev.plumbline.api.jobs;

import dev.plumbline.api.organisations.Organisation;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** All jobs of this installation, and what happens when somebody wakes one. */
@ApplicationScoped
public class JobDesk {

  private final Map<String, WindowedJob> jobs = new TreeMap<>();
  private final JobRows rows;
  private final JobRunner runner;
  private final Clock clock;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  @Inject
  JobDesk(
      @Any Instance<WindowedJob> offered,
      AgroalDataSource database,
      JobsConfig config,
      Clock clock) {
    this(
        offered.stream().toList(),
        new JobRows(database, UUID.randomUUID().toString(), config.lease()),
        clock);
  }

  JobDesk(List<WindowedJob> offered, JobRows rows, Clock clock) {
    for (WindowedJob job : offered) {
      if (jobs.put(job.plan().name(), job) != null) {
        throw new IllegalStateException("two jobs have the name " + job.plan().name());
      }
    }
    this.rows = rows;
    this.runner = new JobRunner(rows);
    this.clock = clock;
  }

  /** By name. */
  List<JobPlan> plans() {
    return jobs.values().stream().map(WindowedJob::plan).toList();
  }

  Optional<JobPlan> find(String name) {
    return Optional.ofNullable(jobs.get(name)).map(WindowedJob::plan);
  }

  JobRows rows() {
    return rows;
  }

  /**
   * Does everything of one job that is due in one organisation, here and now; the number of windows
   * that were done. What somebody else does at the same moment is left to them.
   */
  public int runDue(String name, Organisation organisation) {
    WindowedJob job = jobs.get(name);
    Optional<Instant> mark = rows.marks(name).getOrDefault(organisation, Optional.empty());
    return runner.runDue(job, organisation, mark, clock.instant());
  }

  /** Hands everything of one job that is due to the workers, an organisation at a time. */
  void wake(String name, Executor workers) {
    WindowedJob job = jobs.get(name);
    if (job == null) {
      Log.warnf("no such job: %s", name);
      return;
    }
    Instant now = clock.instant();
    rows.marks(name)
        .forEach(
            (organisation, mark) -> {
              if (isDue(job.plan(), mark, now)) {
                once(
                    name + organisation.id(),
                    workers,
                    () -> runner.runDue(job, organisation, mark, now));
              }
            });
  }

  private static boolean isDue(JobPlan plan, Optional<Instant> mark, Instant now) {
    return mark.map(each -> !each.plus(plan.every()).isAfter(now)).orElse(true);
  }

  /** Hands what others have left behind to the workers. */
  void lookForLeft(Executor workers) {
    for (JobWindow window : rows.left()) {
      WindowedJob job = jobs.get(window.job());
      if (job != null) {
        once(
            window.job() + window.organisation().id() + window.asked() + window.start(),
            workers,
            () -> runner.runLeft(job, window));
      }
    }
  }

  /** Runs what others have left behind in one organisation, here and now. */
  public int runLeft(Organisation organisation) {
    int done = 0;
    for (JobWindow window : rows.left()) {
      WindowedJob job = jobs.get(window.job());
      if (job != null
          && window.organisation().equals(organisation)
          && runner.runLeft(job, window)) {
        done++;
      }
    }
    return done;
  }

  /** Only the oldest of equal tasks is in the queue. */
  private void once(String task, Executor workers, Runnable work) {
    if (busy.add(task)) {
      workers.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              Log.errorf(e, "jobs cannot go on for now");
            } finally {
              busy.remove(task);
            }
          });
    }
  }

  void renewLeases() {
    runner.renewLeases();
  }

  Duration heartbeat() {
    return rows.lease().dividedBy(3);
  }

  void forget() {
    if (!jobs.isEmpty()) {
      rows.marks(jobs.keySet().iterator().next()).keySet().forEach(rows::forget);
    }
  }
}
