package dev.plumbline.lifecycle.evaluation;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a loss curve says about a training run. Rules of thumb with their limits in the constants:
 * they point at a run worth a look, and prove nothing; only a hold-out evaluation does.
 */
public final class LossReview {

  /** Fewer validated points are no curve. */
  private static final int FEWEST = 4;

  /** Validation loss this share above its lowest, while training loss fell: over-fitted. */
  private static final double RISE = .05;

  /** Training loss of the last fifth this many times that of the first fifth: diverged. */
  private static final double DIVERGED = 1.5;

  /** Validation loss of the last fifth still this share below that of the fifth before. */
  private static final double STILL_FALLING = .02;

  private static final int PARTS = 5;

  private final LossCurve curve;
  private final String name;

  /**
   * A review of one curve.
   *
   * @param name of the file or job, for the findings
   */
  public LossReview(LossCurve curve, String name) {
    this.curve = curve;
    this.name = name;
  }

  /** The most severe first; empty when nothing is conspicuous. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    notFinite().ifPresent(findings::add);
    diverged().ifPresent(findings::add);
    overFitted().ifPresent(findings::add);
    stillFalling().ifPresent(findings::add);
    unvalidated().ifPresent(findings::add);
    return List.copyOf(findings);
  }

  private Optional<Finding> notFinite() {
    return curve.points().stream()
        .filter(
            point ->
                !Double.isFinite(point.training().orElse(0))
                    || !Double.isFinite(point.validation().orElse(0)))
        .findFirst()
        .map(
            point ->
                finding(
                    "LOSS_NOT_FINITE",
                    Severity.ERROR,
                    "the loss of step %d is not a number".formatted(point.step()),
                    "do not use this model; train again with a lower learning rate"));
  }

  private Optional<Finding> diverged() {
    List<LossPoint> trained = curve.trained();
    if (trained.size() < 2 * PARTS) {
      return Optional.empty();
    }
    double first = mean(part(trained, 0), point -> point.training().getAsDouble());
    double last = mean(part(trained, PARTS - 1), point -> point.training().getAsDouble());
    return last < DIVERGED * first
        ? Optional.empty()
        : Optional.of(
            finding(
                "LOSS_DIVERGED",
                Severity.ERROR,
                "training loss rose from %s to %s".formatted(told(first), told(last)),
                "train again with a lower learning rate multiplier"));
  }

  /** The lowest point lies behind, and training went on to learn its file by heart. */
  private Optional<Finding> overFitted() {
    List<LossPoint> validated = curve.validated();
    if (validated.size() < FEWEST) {
      return Optional.empty();
    }
    LossPoint best = curve.best().orElseThrow();
    List<LossPoint> end = tail(validated);
    double after = mean(end, point -> point.validation().getAsDouble());
    double lowest = best.validation().getAsDouble();
    if (best.step() >= end.get(0).step() || after <= lowest * (1 + RISE) || !keptLearning(best)) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            "OVER_FITTED",
            Severity.WARNING,
            "validation loss was lowest at step %d with %s and is %s at the end"
                .formatted(best.step(), told(lowest), told(after)),
            "use the checkpoint nearest to step %d, or train fewer epochs".formatted(best.step())));
  }

  /** Whether training loss fell after a step; unknown counts as yes. */
  private boolean keptLearning(LossPoint best) {
    List<LossPoint> before =
        curve.trained().stream().filter(point -> point.step() <= best.step()).toList();
    List<LossPoint> after =
        curve.trained().stream().filter(point -> point.step() > best.step()).toList();
    return before.isEmpty()
        || after.isEmpty()
        || mean(tail(after), point -> point.training().getAsDouble())
            < mean(tail(before), point -> point.training().getAsDouble());
  }

  private Optional<Finding> stillFalling() {
    List<LossPoint> validated = curve.validated();
    if (validated.size() < 2 * PARTS) {
      return Optional.empty();
    }
    double before = mean(part(validated, PARTS - 2), point -> point.validation().getAsDouble());
    double last = mean(part(validated, PARTS - 1), point -> point.validation().getAsDouble());
    return last > before * (1 - STILL_FALLING)
        ? Optional.empty()
        : Optional.of(
            finding(
                "STILL_FALLING",
                Severity.INFORMATION,
                "validation loss still fell at the end, from %s to %s"
                    .formatted(told(before), told(last)),
                "another epoch may be worth its price"));
  }

  private Optional<Finding> unvalidated() {
    return !curve.validated().isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                "NO_VALIDATION",
                Severity.INFORMATION,
                "no validation loss was measured, so over-fitting cannot be seen",
                "give the next job a validation file"));
  }

  private Finding finding(String code, Severity severity, String message, String remedy) {
    return new Finding(code, severity, message, Place.file(name), remedy);
  }

  private static List<LossPoint> tail(List<LossPoint> points) {
    return part(points, PARTS - 1);
  }

  /** One of five parts; the last of few points has at least one. */
  private static List<LossPoint> part(List<LossPoint> points, int number) {
    int from = points.size() * number / PARTS;
    return points.subList(
        Math.min(from, points.size() - 1), Math.max(1, points.size() * (number + 1) / PARTS));
  }

  private static double mean(List<LossPoint> points, ToDoubleFunction<LossPoint> value) {
    return points.stream().mapToDouble(value).average().orElseThrow();
  }

  private static String told(double loss) {
    return String.format(Locale.ROOT, "%.4f", loss);
  }
}
