package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.verdict.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cycles of one arm that everything later is compared with. */
final class Baseline {

  private final List<CycleObservations> cycles = new ArrayList<>();
  private final List<ArmObservations> arms = new ArrayList<>();

  /**
   * @param cycles without gaps of the target
   */
  Baseline(List<CycleObservations> cycles, Arm arm, String name) {
    for (CycleObservations cycle : cycles) {
      cycle.arms().stream()
          .filter(one -> one.arm() == arm && one.name().equals(name))
          .findFirst()
          .ifPresent(
              one -> {
                this.cycles.add(cycle);
                arms.add(one);
              });
    }
    if (arms.isEmpty()) {
      throw new IllegalArgumentException("no baseline of " + name);
    }
  }

  Arm arm() {
    return arms.get(0).arm();
  }

  String name() {
    return arms.get(0).name();
  }

  List<String> families() {
    return arms.stream()
        .flatMap(one -> one.families().stream())
        .map(FamilyCounts::family)
        .distinct()
        .sorted()
        .toList();
  }

  /** Passes and failures in the order of the families. */
  long[][] counts() {
    List<String> families = families();
    long[][] counts = new long[families.size()][2];
    for (ArmObservations one : arms) {
      for (FamilyCounts family : one.families()) {
        long[] sums = counts[families.indexOf(family.family())];
        sums[0] += family.passed();
        sums[1] += family.failed();
      }
    }
    return counts;
  }

  /** The cycles' numbers by name, in the order of time. */
  SortedMap<String, List<Double>> numbers() {
    SortedMap<String, List<Double>> series = new TreeMap<>();
    for (ArmObservations one : arms) {
      CycleNumbers.of(one)
          .forEach(
              (what, number) ->
                  series.computeIfAbsent(what, none -> new ArrayList<>()).add(number));
    }
    variation().ifPresent(variation -> series.put(BorderVariation.NAME, variations(variation)));
    return series;
  }

  Optional<BorderVariation> variation() {
    return BorderVariation.of(arms);
  }

  /** Without the reference: measured against itself it would be the smallest of all. */
  private List<Double> variations(BorderVariation variation) {
    int reference = BorderVariation.reference(arms).orElseThrow();
    return arms.stream()
        .skip(reference + 1L)
        .flatMapToDouble(arm -> variation.of(arm).stream())
        .boxed()
        .toList();
  }

  /** Per prompt how often each token was seen. */
  SortedMap<String, SortedMap<String, Long>> tokens() {
    SortedMap<String, SortedMap<String, Long>> tokens = new TreeMap<>();
    for (ArmObservations one : arms) {
      for (BorderToken token : one.tokens()) {
        Map<String, Long> counts = tokens.computeIfAbsent(token.prompt(), none -> new TreeMap<>());
        counts.merge(token.token(), 1L, Long::sum);
      }
    }
    return tokens;
  }

  Optional<FingerprintStreams> fingerprints() {
    boolean none = arms.stream().allMatch(one -> one.replies().isEmpty());
    return none ? Optional.empty() : Optional.of(new FingerprintStreams(cycles, arms));
  }
}
