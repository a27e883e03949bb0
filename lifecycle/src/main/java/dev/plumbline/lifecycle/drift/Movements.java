package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.comparison.Effect;
import dev.plumbline.lifecycle.drift.comparison.TwoProportionTest;
import dev.plumbline.lifecycle.drift.stats.Rate;
import dev.plumbline.lifecycle.drift.verdict.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the target's answers were before an onset and are since. */
final class Movements {

  private final List<ArmObservations> before;
  private final List<ArmObservations> since;

  private Movements(List<ArmObservations> before, List<ArmObservations> since) {
    this.before = before;
    this.since = since;
  }

  /**
   * @param cycles of baseline and stream, gaps left out
   * @param onset number of the first changed cycle
   */
  static List<Movement> at(List<CycleObservations> cycles, long onset) {
    List<ArmObservations> before = new ArrayList<>();
    List<ArmObservations> since = new ArrayList<>();
    for (CycleObservations cycle : cycles) {
      cycle.target().ifPresent((cycle.number() < onset ? before : since)::add);
    }
    Movements movements = new Movements(before, since);
    List<Movement> all = new ArrayList<>(movements.ofFamilies());
    for (CycleMeasure measure : CycleMeasure.values()) {
      movements.of(measure).ifPresent(all::add);
    }
    return all;
  }

  private List<Movement> ofFamilies() {
    TreeSet<String> families = new TreeSet<>();
    since.forEach(one -> one.families().forEach(family -> families.add(family.family())));
    return families.stream().flatMap(family -> of(family).stream()).toList();
  }

  private Optional<Movement> of(String family) {
    Optional<Rate> old = rate(before, family);
    Optional<Rate> young = rate(since, family);
    if (old.isEmpty() || young.isEmpty()) {
      return Optional.empty();
    }
    Effect effect = new TwoProportionTest(old.get(), young.get()).result().effect();
    return Optional.of(new Movement(family, old.get().value(), young.get().value(), effect));
  }

  private static Optional<Rate> rate(List<ArmObservations> arms, String family) {
    long passed = 0;
    long calls = 0;
    for (ArmObservations arm : arms) {
      for (FamilyCounts one : arm.families()) {
        if (one.family().equals(family)) {
          passed += one.passed();
          calls += one.calls();
        }
      }
    }
    return calls > 0 ? Optional.of(new Rate(passed, calls)) : Optional.empty();
  }

  private Optional<Movement> of(CycleMeasure measure) {
    double[] old = values(before, measure);
    double[] young = values(since, measure);
    if (old.length == 0 || young.length == 0) {
      return Optional.empty();
    }
    double first = mean(old);
    double second = mean(young);
    Effect effect = new Effect(measure.measure(), second / first - 1, Optional.empty());
    return Optional.of(new Movement(measure.label(), first, second, effect));
  }

  private static double[] values(List<ArmObservations> arms, CycleMeasure measure) {
    return arms.stream()
        .flatMap(arm -> Optional.ofNullable(arm.measures().get(measure)).stream())
        .mapToDouble(value -> value)
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
