package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The volumes at which tuning pays when the saving itself depends on the volume.
 *
 * <p>As traffic grows a cache warms and the saving falls, so the gain is not monotone. It is looked
 * at on a logarithmic grid of 200 points a decade from 1 to 10^9; every change of sign is bisected
 * to a relative 1e-12, and a turning point that just misses zero is refined, because a window
 * narrower than a step of the grid (1.2 %) would be missed.
 */
final class VolumeSearch {

  static final int FINE = 200;
  static final int COARSE = 20;

  private static final int DECADES = 9;
  private static final int GOLDEN_STEPS = 60;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal GOLDEN = new BigDecimal("0.6180339887498949");

  /** Volumes are looked up, not billed: twenty digits are enough to place them. */
  private static final MathContext VOLUME_DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);

  private static final List<BigDecimal> FINE_GRID = grid(FINE);
  private static final List<BigDecimal> COARSE_GRID = grid(COARSE);

  private final NetPresentValue gain;
  private final List<BigDecimal> grid;

  VolumeSearch(NetPresentValue gain, int pointsPerDecade) {
    this.gain = gain;
    this.grid = pointsPerDecade == FINE ? FINE_GRID : COARSE_GRID;
  }

  private record Point(BigDecimal volume, BigDecimal gain) {
    int sign() {
      return gain.signum();
    }
  }

  /** The paying ranges, ascending. The first starts at 0 when the smallest volume pays. */
  List<VolumeRange> paying() {
    List<Point> points = new ArrayList<>(withTurningPoints(evaluated()));
    points.removeIf(point -> point.sign() == 0); // a touch of zero changes nothing around it
    var ranges = new ArrayList<VolumeRange>();
    Optional<BigDecimal> open =
        !points.isEmpty() && points.get(0).sign() > 0
            ? Optional.of(BigDecimal.ZERO)
            : Optional.empty();
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point after = points.get(i);
      if (before.sign() == after.sign()) {
        continue;
      }
      BigDecimal root = bisected(before, after);
      open.ifPresent(from -> ranges.add(new VolumeRange(from, Optional.of(root))));
      open = after.sign() > 0 ? Optional.of(root) : Optional.empty();
    }
    open.ifPresent(from -> ranges.add(new VolumeRange(from, Optional.empty())));
    return ranges;
  }

  private List<Point> evaluated() {
    return grid.stream().map(this::point).toList();
  }

  private Point point(BigDecimal volume) {
    return new Point(volume, gain.at(volume));
  }

  private List<Point> withTurningPoints(List<Point> points) {
    var refined = new ArrayList<Point>();
    for (int i = 0; i < points.size(); i++) {
      refined.add(points.get(i));
      if (i > 0 && i < points.size() - 1) {
        refineAround(points.subList(i - 1, i + 2)).ifPresent(refined::add);
      }
    }
    refined.sort((a, b) -> a.volume().compareTo(b.volume()));
    return refined;
  }

  /** A point on the other side of zero near a maximum below it or a minimum above it. */
  private Optional<Point> refineAround(List<Point> three) {
    BigDecimal side = BigDecimal.valueOf(-three.get(1).sign()); // 1 looks for a maximum
    BigDecimal middle = three.get(1).gain().multiply(side);
    boolean turns =
        middle.signum() < 0
            && middle.compareTo(three.get(0).gain().multiply(side)) >= 0
            && middle.compareTo(three.get(2).gain().multiply(side)) >= 0;
    if (!turns) {
      return Optional.empty();
    }
    Point best = extreme(three.get(0).volume(), three.get(2).volume(), side);
    return best.sign() == side.signum() ? Optional.of(best) : Optional.empty();
  }

  /** Golden-section search for the largest value of {@code side * gain}. */
  private Point extreme(BigDecimal from, BigDecimal to, BigDecimal side) {
    BigDecimal low = from;
    BigDecimal high = to;
    Point left = point(high.subtract(GOLDEN.multiply(high.subtract(low)), VOLUME_DIGITS));
    Point right = point(low.add(GOLDEN.multiply(high.subtract(low)), VOLUME_DIGITS));
    for (int step = 0; step < GOLDEN_STEPS; step++) {
      if (left.gain().multiply(side).compareTo(right.gain().multiply(side)) >= 0) {
        high = right.volume();
        right = left;
        left = point(high.subtract(GOLDEN.multiply(high.subtract(low)), VOLUME_DIGITS));
      } else {
        low = left.volume();
        left = right;
        right = point(low.add(GOLDEN.multiply(high.subtract(low)), VOLUME_DIGITS));
      }
    }
    return left.gain().multiply(side).compareTo(right.gain().multiply(side)) >= 0 ? left : right;
  }

  private BigDecimal bisected(Point before, Point after) {
    BigDecimal low = before.volume();
    BigDecimal high = after.volume();
    while (high.subtract(low).compareTo(high.multiply(TOLERANCE)) > 0) {
      BigDecimal middle = low.add(high).divide(TWO, FIFTY_DIGITS);
      int sign = gain.at(middle).signum();
      if (sign == 0) {
        return middle;
      }
      if (sign == before.sign()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low.add(high).divide(TWO, FIFTY_DIGITS);
  }

  private static List<BigDecimal> grid(int pointsPerDecade) {
    var grid = new ArrayList<BigDecimal>();
    for (int i = 0; i <= DECADES * pointsPerDecade; i++) {
      double exponent = i / (double) pointsPerDecade;
      grid.add(BigDecimal.valueOf(Math.pow(10, exponent)).round(VOLUME_DIGITS));
    }
    return List.copyOf(grid);
  }
}
