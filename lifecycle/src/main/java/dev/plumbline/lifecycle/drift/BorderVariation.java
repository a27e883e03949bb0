package dev.plumbline.lifecycle.drift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How far the first tokens of a cycle are from those of the reference calls: the total variation of
 * each border prompt's two distributions, half the sum of their differences, and of these the mean
 * over the prompts, 0 to 1. A number of the confirmed tier (drift reference, section 6).
 *
 * <p>Cycles stay exchangeable because the reference is fixed before the first of them and is none
 * of them, and because only cycles count in which every prompt was answered: of fewer answers the
 * variation is larger by itself. It sees what the border stream does not, a shift between two
 * common tokens; it cannot tell another model from another mixture of backends.
 */
final class BorderVariation {

  static final String NAME = "border variation";

  private final Map<String, Map<String, Long>> reference;

  private BorderVariation(ArmObservations reference) {
    this.reference = tokens(reference);
  }

  /** Which cycle of the baseline is the reference: the first that asks a prompt more than once. */
  static OptionalInt reference(List<ArmObservations> baseline) {
    return IntStream.range(0, baseline.size())
        .filter(
            i -> tokens(baseline.get(i)).values().stream().anyMatch(counts -> calls(counts) > 1))
        .findFirst();
  }

  static Optional<BorderVariation> of(List<ArmObservations> baseline) {
    OptionalInt reference = reference(baseline);
    return reference.isPresent()
        ? Optional.of(new BorderVariation(baseline.get(reference.getAsInt())))
        : Optional.empty();
  }

  /** Of a cycle; empty when it lacks a prompt of the reference. */
  OptionalDouble of(ArmObservations cycle) {
    Map<String, Map<String, Long>> now = tokens(cycle);
    return now.keySet().containsAll(reference.keySet())
        ? reference.entrySet().stream()
            .mapToDouble(
                each -> variation(each.getValue(), now.getOrDefault(each.getKey(), Map.of())))
            .average()
        : OptionalDouble.empty();
  }

  private static double variation(Map<String, Long> before, Map<String, Long> now) {
    double overlap = 0;
    for (Map.Entry<String, Long> token : now.entrySet()) {
      overlap +=
          Math.min(
              (double) token.getValue() / calls(now),
              (double) before.getOrDefault(token.getKey(), 0L) / calls(before));
    }
    return 1 - overlap;
  }

  private static long calls(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  private static Map<String, Map<String, Long>> tokens(ArmObservations arm) {
    Map<String, Map<String, Long>> tokens = new HashMap<>();
    for (BorderToken one : arm.tokens()) {
      tokens
          .computeIfAbsent(one.prompt(), none -> new HashMap<>())
          .merge(one.token(), 1L, Long::sum);
    }
    return tokens;
  }
}
