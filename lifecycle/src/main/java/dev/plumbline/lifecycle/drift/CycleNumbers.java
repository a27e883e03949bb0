package dev.plumbline.lifecycle.drift;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cycle as named numbers, each larger when worse: share of failures, over all families and of
 * each, and every measure in both directions.
 */
final class CycleNumbers {

  static final String FAILURES = "failures";

  private CycleNumbers() {}

  static SortedMap<String, Double> of(ArmObservations arm) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    addFailures(numbers, FAILURES, arm.families());
    if (arm.families().size() > 1) {
      arm.families()
          .forEach(one -> addFailures(numbers, FAILURES + ":" + one.family(), List.of(one)));
    }
    arm.measures()
        .forEach(
            (measure, value) -> {
              double log = StrictMath.log(value);
              numbers.put(measure.label() + " up", log);
              numbers.put(measure.label() + " down", -log);
            });
    return numbers;
  }

  private static void addFailures(
      SortedMap<String, Double> numbers, String name, List<FamilyCounts> families) {
    long calls = families.stream().mapToLong(FamilyCounts::calls).sum();
    long failed = families.stream().mapToLong(FamilyCounts::failed).sum();
    if (calls > 0) {
      numbers.put(name, (double) failed / calls);
    }
  }
}
