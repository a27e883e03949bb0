package dev.plumbline.api.jobs;

import dev.plumbline.api.organisations.Organisation;
import io.quarkus.logging.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what is due, claims it, runs it and writes down what came of it. */
final class JobRunner {

  /** Windows of one job and organisation that one wake-up catches up with. */
  private static final int MOST_WINDOWS = 100;

  private final JobRows rows;
  private final Set<HeldWindow> held = ConcurrentHashMap.newKeySet();

  JobRunner(JobRows rows) {
    this.rows = rows;
  }

  /** The windows of an organisation that have ended and have no row, the oldest first. */
  List<JobWindow> due(
      JobPlan plan, Organisation organisation, Optional<Instant> mark, Instant now) {
    Instant open = plan.windowOf(now); // has not ended yet
    Instant next = mark.orElse(open.minus(plan.every()));
    List<JobWindow> due = new ArrayList<>();
    if (plan.catchUp() == CatchUp.LATEST_ONLY && next.isBefore(open.minus(plan.every()))) {
      Instant latest = open.minus(plan.every());
      rows.skip(new JobWindow(organisation, plan.name(), false, next, latest));
      next = latest;
    }
    while (next.isBefore(open) && due.size() < MOST_WINDOWS) {
      Instant end = next.plus(plan.every());
      due.add(new JobWindow(organisation, plan.name(), false, next, end));
      next = end;
    }
    return due;
  }

  /** Runs what is due in one organisation; the number of windows that this instance has done. */
  int runDue(WindowedJob job, Organisation organisation, Optional<Instant> mark, Instant now) {
    int done = 0;
    for (JobWindow window : due(job.plan(), organisation, mark, now)) {
      Optional<HeldWindow> claimed = rows.claim(window);
      if (claimed.isPresent()) {
        run(job, claimed.get());
        done++;
      }
    }
    return done;
  }

  /** Runs a window that another instance has left behind; false when somebody was faster. */
  boolean runLeft(WindowedJob job, JobWindow window) {
    Optional<HeldWindow> taken = rows.takeOver(window);
    taken.ifPresent(each -> run(job, each));
    return taken.isPresent();
  }

  private void run(WindowedJob job, HeldWindow window) {
    held.add(window);
    try {
      JobReport report = job.run(window);
      if (!rows.finish(window, report)) {
        Log.warnf("a run ended after another instance had taken it over: %s", window);
      }
    } catch (LostWindowException e) {
      Log.warn(e.getMessage());
    } catch (RuntimeException e) {
      Log.errorf(e, "a job failed: %s", window);
      rows.fail(window, e);
    } finally {
      held.remove(window);
    }
  }

  /** Says for everything that runs here that this instance is alive. */
  void renewLeases() {
    for (HeldWindow each : held) {
      try {
        if (!rows.renew(each)) {
          held.remove(each);
        }
      } catch (JobStoreException e) {
        Log.warnf("a lease was not renewed: %s", each);
      }
    }
  }
}
