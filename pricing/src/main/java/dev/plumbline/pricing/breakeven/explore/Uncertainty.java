package dev.plumbline.pricing.breakeven.explore;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.breakeven.BreakEvenAnalysis;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.VolumeRange;
import dev.plumbline.pricing.inference.WorkingPrecision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the break-even volume may truly be when every input is only a guess.
 *
 * @param question what was varied, with the seed that recomputes the result
 * @param never share of the points at which tuning never pays
 * @param paysAtOwnVolume share of the points at which it pays at the planner's volume
 * @param volumes P10, P50 and P90 of the lowest paying volume among the points that ever pay; empty
 *     when none does
 */
public record Uncertainty(
    Question question,
    BigDecimal never,
    BigDecimal paysAtOwnVolume,
    Optional<Percentiles> volumes) {

  private static final int MOST_POINTS = 1 << 17;

  /** Lowest paying volumes, in requests a month. */
  public record Percentiles(BigDecimal p10, BigDecimal p50, BigDecimal p90) {}

  /**
   * What to vary.
   *
   * @param points quasi-random points, at most 2^17
   * @param seed moves the points
   */
  public record Question(List<GuessRange> ranges, int points, long seed) {
    public Question {
      ranges = List.copyOf(ranges);
      if (points < 1 || points > MOST_POINTS) {
        throw new IllegalArgumentException("points are 1 to " + MOST_POINTS + ": " + points);
      }
      if (ranges.isEmpty()) {
        throw new IllegalArgumentException("no input is varied; name at least one");
      }
    }
  }

  public Uncertainty {
    requireNonNull(question, "question");
    requireNonNull(never, "never");
    requireNonNull(paysAtOwnVolume, "paysAtOwnVolume");
    requireNonNull(volumes, "volumes");
  }

  public static Uncertainty of(BreakEvenScenario scenario, Question question) {
    var sequence = new QuasiRandom(question.ranges().size(), question.seed());
    var lowest = new ArrayList<BigDecimal>();
    int pays = 0;
    for (int point = 0; point < question.points(); point++) {
      BreakEvenScenario guess = guessed(scenario, question.ranges(), sequence, point);
      List<VolumeRange> paying = BreakEvenAnalysis.roughly(guess);
      paying.stream().findFirst().ifPresent(range -> lowest.add(range.from()));
      if (paying.stream().anyMatch(range -> range.contains(scenario.requestsPerMonth()))) {
        pays++;
      }
    }
    int never = question.points() - lowest.size();
    return new Uncertainty(
        question, share(never, question), share(pays, question), percentiles(lowest));
  }

  private static BreakEvenScenario guessed(
      BreakEvenScenario scenario, List<GuessRange> ranges, QuasiRandom sequence, int point) {
    BreakEvenScenario guess = scenario;
    for (int dimension = 0; dimension < ranges.size(); dimension++) {
      GuessRange range = ranges.get(dimension);
      double place = sequence.coordinate(point, dimension);
      guess = range.guess().scaled(guess, range.factorAt(place));
    }
    return guess;
  }

  private static BigDecimal share(int count, Question question) {
    return BigDecimal.valueOf(count)
        .divide(BigDecimal.valueOf(question.points()), WorkingPrecision.FIFTY_DIGITS);
  }

  private static Optional<Percentiles> percentiles(List<BigDecimal> volumes) {
    if (volumes.isEmpty()) {
      return Optional.empty();
    }
    List<BigDecimal> sorted = volumes.stream().sorted().toList();
    return Optional.of(new Percentiles(rank(sorted, 10), rank(sorted, 50), rank(sorted, 90)));
  }

  /** Nearest rank: an actual point, not a value between two. */
  private static BigDecimal rank(List<BigDecimal> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
