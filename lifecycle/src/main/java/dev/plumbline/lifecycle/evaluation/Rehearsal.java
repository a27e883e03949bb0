package dev.plumbline.lifecycle.evaluation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.comparison.McNemarTest;
import dev.plumbline.lifecycle.drift.comparison.NonInferiority;
import dev.plumbline.lifecycle.drift.comparison.NonInferiority.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A planned change, rehearsed: the present model and the one to move to answered the same probes,
 * and each family is judged by Tango's test of non-inferiority (drift reference, section 12). Every
 * family must pass at alpha, which needs no correction; choosing among several candidates does
 * (Holm).
 *
 * @param families by name
 * @param disagreements some of the pairs that differ, losses first
 */
public record Rehearsal(List<FamilyVerdict> families, List<Pair> disagreements) {

  private static final int MOST_DISAGREEMENTS = 50;

  /**
   * One probe, answered by both.
   *
   * @param probe its id, unique within a repetition
   * @param repetition from 0
   * @param reference the present model's answer
   */
  public record Pair(
      String probe, int repetition, String family, Answer reference, Answer candidate) {

    public Pair {
      requireNonNull(probe, "probe");
      requireNonNull(family, "family");
      requireNonNull(reference, "reference");
      requireNonNull(candidate, "candidate");
    }

    boolean differs() {
      return reference.passed() != candidate.passed();
    }
  }

  /**
   * What one of them answered.
   *
   * @param text empty where texts are not kept
   */
  public record Answer(boolean passed, String text) {
    public Answer {
      requireNonNull(text, "text");
    }
  }

  /**
   * How much worse a family may become.
   *
   * @param usual for families without a margin of their own, in points of the pass rate
   * @param alpha one-sided, .05 or .025
   */
  public record Margins(double usual, Map<String, Double> own, double alpha) {
    public Margins {
      own = Map.copyOf(own);
    }

    double of(String family) {
      return own.getOrDefault(family, usual);
    }
  }

  /** One family with what was counted. */
  public record FamilyVerdict(
      String family, McNemarTest pairs, double margin, NonInferiority judged) {}

  public Rehearsal {
    families = List.copyOf(families);
    disagreements = List.copyOf(disagreements);
    if (families.isEmpty()) {
      throw new IllegalArgumentException("a rehearsal of nothing");
    }
  }

  /**
   * Judges all pairs.
   *
   * @throws IllegalArgumentException for a pair that comes twice, a margin of no such family, or
   *     one that is no share
   */
  public static Rehearsal of(List<Pair> pairs, Margins margins) {
    Map<String, List<Pair>> families = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Pair pair : pairs) {
      if (!seen.add(pair.repetition() + " " + pair.probe())) {
        throw new IllegalArgumentException(
            "the probe %s comes twice in repetition %d".formatted(pair.probe(), pair.repetition()));
      }
      families.computeIfAbsent(pair.family(), key -> new ArrayList<>()).add(pair);
    }
    for (String family : margins.own().keySet()) {
      if (!families.containsKey(family)) {
        throw new IllegalArgumentException(
            "a margin for %s, but the families are %s".formatted(family, families.keySet()));
      }
    }
    List<FamilyVerdict> verdicts = new ArrayList<>();
    families.forEach((family, some) -> verdicts.add(judged(family, some, margins)));
    return new Rehearsal(verdicts, disagreements(pairs));
  }

  private static FamilyVerdict judged(String family, List<Pair> pairs, Margins margins) {
    var counted =
        new McNemarTest(
            pairs.stream().filter(pair -> pair.differs() && pair.reference().passed()).count(),
            pairs.stream().filter(pair -> pair.differs() && pair.candidate().passed()).count(),
            pairs.size());
    double margin = margins.of(family);
    return new FamilyVerdict(
        family, counted, margin, NonInferiority.of(counted, margin, margins.alpha()));
  }

  private static List<Pair> disagreements(List<Pair> pairs) {
    List<Pair> some = new ArrayList<>();
    pairs.stream().filter(pair -> pair.differs() && pair.reference().passed()).forEach(some::add);
    pairs.stream().filter(pair -> pair.differs() && pair.candidate().passed()).forEach(some::add);
    return some.subList(0, Math.min(MOST_DISAGREEMENTS, some.size()));
  }

  /** No worse if every family is; worse if one is. */
  public Outcome outcome() {
    if (families.stream().allMatch(each -> each.judged().outcome() == Outcome.NON_INFERIOR)) {
      return Outcome.NON_INFERIOR;
    }
    return families.stream().anyMatch(each -> each.judged().outcome() == Outcome.INFERIOR)
        ? Outcome.INFERIOR
        : Outcome.INCONCLUSIVE;
  }

  /** Pairs that the family furthest from a verdict lacks; empty when there is a verdict. */
  public Optional<Long> pairsMissing() {
    return outcome() != Outcome.INCONCLUSIVE
        ? Optional.empty()
        : families.stream()
            .filter(each -> each.judged().outcome() == Outcome.INCONCLUSIVE)
            .map(each -> Math.max(1, each.judged().pairsNeeded() - each.pairs().pairs()))
            .max(Long::compare);
  }
}
