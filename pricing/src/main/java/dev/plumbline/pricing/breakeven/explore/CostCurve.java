package dev.plumbline.pricing.breakeven.explore;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEven;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.VolumeRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Cost over the horizon against volume: the points of a chart with a logarithmic volume axis,
 * ascending, among them every crossing and the planner's own volume.
 *
 * @param crossings volumes at which both sides cost the same
 */
public record CostCurve(List<Point> points, List<BigDecimal> crossings) {

  private static final int POINTS = 61;
  private static final BigDecimal MARGIN = BigDecimal.TEN;
  private static final BigDecimal MIDDLE = BigDecimal.valueOf(10_000);

  /**
   * One volume.
   *
   * @param base discounted cost of the base side over the horizon
   * @param tuned the same for the tuned side, training and retraining included
   * @param crossing whether both cost the same here
   */
  public record Point(BigDecimal requestsPerMonth, Money base, Money tuned, boolean crossing) {
    public Point {
      requireNonNull(requestsPerMonth, "requestsPerMonth");
      requireNonNull(base, "base");
      requireNonNull(tuned, "tuned");
    }
  }

  public CostCurve {
    points = List.copyOf(points);
    crossings = List.copyOf(crossings);
  }

  public static CostCurve of(BreakEvenAnswer answer) {
    List<BigDecimal> crossings = crossings(answer.verdict());
    var marks = new TreeSet<>(crossings);
    BigDecimal own = answer.scenario().requestsPerMonth();
    if (own.signum() > 0) {
      marks.add(own);
    }
    if (marks.isEmpty()) {
      marks.add(MIDDLE);
    }
    BigDecimal from = marks.first().divide(MARGIN).max(BigDecimal.ONE);
    BigDecimal to = marks.last().multiply(MARGIN).max(from.multiply(MARGIN));
    var volumes = new TreeSet<>(Volumes.between(from, to, POINTS));
    volumes.addAll(marks);
    var costs = new TotalCosts(answer.scenario());
    return new CostCurve(
        volumes.stream().map(volume -> point(costs, volume, crossings)).toList(), crossings);
  }

  private static Point point(TotalCosts costs, BigDecimal volume, List<BigDecimal> crossings) {
    boolean crossing = crossings.stream().anyMatch(root -> root.compareTo(volume) == 0);
    return new Point(volume, costs.base(volume), costs.tuned(volume), crossing);
  }

  private static List<BigDecimal> crossings(BreakEven verdict) {
    return verdict.paying().stream()
        .flatMap(CostCurve::ends)
        .filter(volume -> volume.signum() > 0)
        .toList();
  }

  private static Stream<BigDecimal> ends(VolumeRange range) {
    return Stream.concat(Stream.of(range.from()), range.to().stream());
  }

  /** The point of the planner's own volume. */
  public Optional<Point> at(BigDecimal requestsPerMonth) {
    return points.stream()
        .filter(point -> point.requestsPerMonth().compareTo(requestsPerMonth) == 0)
        .findFirst();
  }
}
