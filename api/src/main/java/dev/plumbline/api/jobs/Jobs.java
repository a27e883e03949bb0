package dev.plumbline.api.jobs;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What a caller sees of jobs, and asks them to do. */
@ApplicationScoped
public class Jobs {

  private final JobDesk desk;
  private final JobRunRepository runs;
  private final JobWorkers workers;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Event<RunAsked> asked;
  private final Clock clock;

  Jobs(
      JobDesk desk,
      JobRunRepository runs,
      JobWorkers workers,
      Tenancy tenancy,
      AuditTrail trail,
      Event<RunAsked> asked,
      Clock clock) {
    this.desk = desk;
    this.runs = runs;
    this.workers = workers;
    this.tenancy = tenancy;
    this.trail = trail;
    this.asked = asked;
    this.clock = clock;
  }

  /** Somebody does not want to wait. */
  record RunAsked(String job) {}

  /** By name, each with its latest run. */
  @Transactional
  public List<JobView> list(Caller caller) {
    enter(caller, Permissions.JOBS_READ);
    Instant now = clock.instant();
    return desk.plans().stream()
        .map(
            plan ->
                JobView.of(
                    plan,
                    runs.recent(caller.organisation(), plan.name(), 1).stream()
                        .findFirst()
                        .orElse(null),
                    now))
        .toList();
  }

  /**
   * The latest first.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404 for a job that is not there
   */
  @Transactional
  public List<JobRunView> runs(Caller caller, String name, int limit) {
    enter(caller, Permissions.JOBS_READ);
    plan(name);
    return runs.recent(caller.organisation(), name, limit).stream().map(JobRunView::of).toList();
  }

  /** A run beside the windows. Asked for twice within a minute, it is one run. */
  @Transactional
  public JobRunView ask(Caller caller, String name) {
    enter(caller, Permissions.JOBS_OPERATE);
    plan(name);
    Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    boolean added =
        runs.ask(
            caller.organisation(),
            name,
            start,
            start.plus(Duration.ofMinutes(1)),
            caller.actor().name());
    if (added) {
      asked.fire(new RunAsked(name));
    }
    JobRunView view =
        runs.find(caller.organisation(), name, start).map(JobRunView::of).orElseThrow();
    trail.record(
        caller.organisation(), caller.actor(), AuditedChange.of("job.asked-for", "job", name));
    return view;
  }

  void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunAsked run) {
    workers.lookNow();
  }

  private JobPlan plan(String name) {
    return desk.find(name)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no such job").asException());
  }

  private void enter(Caller caller, String permission) {
    caller.require(permission, Optional.empty());
    tenancy.enter(caller.organisation());
  }
}
