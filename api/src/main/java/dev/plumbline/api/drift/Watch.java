package dev.plumbline.api.drift;

import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Streams of a target that share their cycles. One-token answers come every hour and tasks once a
 * day; in one sequence the cheap cycles would dilute the onsets of the dear ones.
 */
enum Watch {
  /** First tokens and their log-probabilities. */
  TOKENS(Set.of(Work.TRIPWIRE, Work.BORDER), 100),
  /** Passes, lengths, times and costs of tasks. */
  TASKS(Set.of(Work.TASKS), 20);

  private final Set<Work> works;
  private final int baselineCycles;

  Watch(Set<Work> works, int baselineCycles) {
    this.works = works;
    this.baselineCycles = baselineCycles;
  }

  Set<Work> works() {
    return works;
  }

  /** Measured cycles with which all later ones are compared. */
  int baselineCycles() {
    return baselineCycles;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  String words() {
    return this == TOKENS ? "first tokens" : "tasks";
  }

  static Watch of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Those for which the target has a schedule. */
  static List<Watch> of(Target target) {
    return Arrays.stream(values())
        .filter(
            watch -> target.stages().stream().anyMatch(stage -> watch.works.contains(stage.work())))
        .toList();
  }
}
