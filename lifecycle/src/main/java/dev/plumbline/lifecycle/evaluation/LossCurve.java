package dev.plumbline.lifecycle.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Losses by step, each step once, in the order of training. */
public record LossCurve(List<LossPoint> points) {

  public LossCurve {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).step() <= points.get(i - 1).step()) {
        throw new IllegalArgumentException("step " + points.get(i).step() + " is out of order");
      }
    }
  }

  /** In any order; of two points of one step the first says what both say. */
  public static LossCurve of(Collection<LossPoint> points) {
    Map<Integer, LossPoint> bySteps = new TreeMap<>();
    points.forEach(point -> bySteps.merge(point.step(), point, LossPoint::or));
    return new LossCurve(List.copyOf(bySteps.values()));
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  /** The step with the lowest validation loss, the earliest of equal ones. */
  public Optional<LossPoint> best() {
    return validated().stream()
        .min(Comparator.comparingDouble(point -> point.validation().getAsDouble()));
  }

  /** Points with a finite validation loss. */
  List<LossPoint> validated() {
    return points.stream()
        .filter(point -> Double.isFinite(point.validation().orElse(Double.NaN)))
        .toList();
  }

  /** Points with a finite training loss. */
  List<LossPoint> trained() {
    return points.stream()
        .filter(point -> Double.isFinite(point.training().orElse(Double.NaN)))
        .toList();
  }
}
