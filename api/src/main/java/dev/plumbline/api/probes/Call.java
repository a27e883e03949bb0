package dev.plumbline.api.probes;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.probe.Probe;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.CycleCalls;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a run.
 *
 * @param number always the same for the same run: what is known about calls is kept by it
 */
record Call(int number, Target.TargetArm arm, Probe probe) {

  Call {
    requireNonNull(arm, "arm");
    requireNonNull(probe, "probe");
  }

  /** All calls: a probe goes to every arm before the next, so that all are asked at one time. */
  static List<Call> of(Target target, ProbeRun run, Optional<ProbeSuite> suite) {
    List<Call> calls = new ArrayList<>();
    Map<Probe, Integer> probes = probes(run, suite);
    int rounds = probes.values().stream().mapToInt(i -> i).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<Probe, Integer> each : probes.entrySet()) {
        for (Target.TargetArm arm :
            round < each.getValue() ? arms(target, run) : List.<Target.TargetArm>of()) {
          calls.add(new Call(calls.size(), arm, each.getKey()));
        }
      }
    }
    return calls;
  }

  static List<Target.TargetArm> arms(Target target, ProbeRun run) {
    return run.purpose() == ProbeRun.Purpose.SEARCH
        ? target.arms().stream().filter(arm -> arm.arm().role() == Arm.Role.SUBJECT).toList()
        : target.arms();
  }

  private static Map<Probe, Integer> probes(ProbeRun run, Optional<ProbeSuite> suite) {
    if (suite.isPresent() && run.times() == 0 && run.work() == Work.TASKS) {
      return CycleCalls.ofTasks(suite.get());
    }
    Map<Probe, Integer> probes = new LinkedHashMap<>();
    suite.ifPresent(some -> some.probes().forEach(probe -> probes.put(probe, run.times())));
    run.prompts().forEach(prompt -> probes.put(CycleCalls.border(prompt), run.times()));
    return probes;
  }
}
