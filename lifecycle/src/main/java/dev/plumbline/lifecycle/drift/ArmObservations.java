package dev.plumbline.lifecycle.drift;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one arm answered in one cycle. Calls that failed or timed out are not in it: they are no
 * evidence.
 *
 * @param name which arm of its sort, for example the id of a sibling
 * @param tokens of border inputs, in the order of the calls
 * @param replies with log-probabilities, in the order of the calls
 * @param measures the cycle's means of positive numbers , geometric where they are skewed
 */
public record ArmObservations(
    Arm arm,
    String name,
    List<FamilyCounts> families,
    List<BorderToken> tokens,
    List<LogProbabilities> replies,
    SortedMap<CycleMeasure, Double> measures) {

  public ArmObservations {
    requireNonNull(arm, "arm");
    requireNonNull(name, "name");
    families = List.copyOf(families);
    tokens = List.copyOf(tokens);
    replies = List.copyOf(replies);
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    if (families.stream().map(FamilyCounts::family).distinct().count() < families.size()) {
      throw new IllegalArgumentException("a family stands twice in a cycle of " + name);
    }
    measures.forEach(ArmObservations::requirePositive);
  }

  /** Only passes and failures. */
  public static ArmObservations ofFamilies(Arm arm, String name, List<FamilyCounts> families) {
    return new ArmObservations(arm, name, families, List.of(), List.of(), new TreeMap<>());
  }

  private static void requirePositive(CycleMeasure measure, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(measure.label() + " of a cycle is " + value);
    }
  }
}
