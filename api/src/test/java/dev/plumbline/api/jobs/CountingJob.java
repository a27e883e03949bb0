package dev.plumbline.api.jobs;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers the windows that it is run for, and fails when it is told to. */
@ApplicationScoped
class CountingJob implements WindowedJob {

  static final JobPlan PLAN =
      new JobPlan("test-counting", "Counts.", Duration.ofMinutes(10), CatchUp.EVERY_WINDOW);

  private final List<HeldWindow> runs = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failing;

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    runs.add(held);
    if (failing) {
      throw new IllegalStateException("told to fail");
    }
    Finding finding =
        new Finding("TEST", Severity.WARNING, "one of many", Place.file("item"), "look at it");
    return new JobReport(3, List.of(finding));
  }

  void failing(boolean now) {
    failing = now;
  }

  /** Those since the last question. */
  List<HeldWindow> runs() {
    List<HeldWindow> found = List.copyOf(runs);
    runs.clear();
    return found;
  }

  List<Instant> starts() {
    return runs().stream().map(run -> run.window().start()).toList();
  }
}
