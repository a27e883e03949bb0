package dev.plumbline.api.breakeven;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.FixedTotals;
import dev.plumbline.pricing.breakeven.VolumeRange;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Average cost a month against volume, for the tuned model and every way to do without it. One-off
 * cost and retrainings are spread over the horizon with the same weights as in the verdict, so two
 * lines cross exactly where the verdict says.
 *
 * @param names the tuned side first
 * @param crossings volumes at which tuning and the first base side cost the same
 */
record VolumeChart(List<String> names, List<Point> points, List<BigDecimal> crossings) {

  private static final int STEPS = 48;
  private static final BigDecimal MARGIN = BigDecimal.TEN;
  static final BigDecimal MOST = new BigDecimal("1e9");
  private static final MathContext PLACE = new MathContext(6);
  private static final MathContext DIGITS = new MathContext(50);

  /** The costs at one volume, in the order of the names. */
  record Point(BigDecimal volume, List<Money> costs) {}

  VolumeChart {
    names = List.copyOf(names);
    points = List.copyOf(points);
    crossings = List.copyOf(crossings);
  }

  /** Nothing can be drawn when no time is left over which to spread the cost. */
  static boolean isDrawable(BreakEvenAnswer answer) {
    return answer.fixed().annuity().signum() > 0;
  }

  static VolumeChart of(List<BreakEvenAnswer> answers) {
    List<String> names = new ArrayList<>();
    names.add(answers.get(0).scenario().tuned().name());
    answers.forEach(answer -> names.add(answer.scenario().base().name()));
    List<Point> points =
        volumes(answers).stream().map(volume -> new Point(volume, costs(answers, volume))).toList();
    return new VolumeChart(names, points, crossings(answers.get(0)).toList());
  }

  private static TreeSet<BigDecimal> volumes(List<BreakEvenAnswer> answers) {
    TreeSet<BigDecimal> marks = new TreeSet<>();
    marks.add(answers.get(0).scenario().requestsPerMonth().max(BigDecimal.ONE));
    crossings(answers.get(0)).filter(volume -> volume.compareTo(MOST) < 0).forEach(marks::add);
    double low = Math.log10(marks.first().divide(MARGIN).max(BigDecimal.ONE).doubleValue());
    double high = Math.log10(marks.last().multiply(MARGIN).min(MOST).doubleValue());
    TreeSet<BigDecimal> volumes = new TreeSet<>(marks);
    for (int step = 0; step <= STEPS; step++) {
      // a place on the axis, not money
      double place = Math.pow(10, low + (high - low) * step / STEPS);
      volumes.add(BigDecimal.valueOf(place).round(PLACE));
    }
    return volumes;
  }

  private static Stream<BigDecimal> crossings(BreakEvenAnswer answer) {
    return answer.verdict().paying().stream()
        .flatMap(VolumeChart::ends)
        .filter(volume -> volume.signum() > 0);
  }

  private static Stream<BigDecimal> ends(VolumeRange range) {
    return Stream.concat(Stream.of(range.from()), range.to().stream());
  }

  private static List<Money> costs(List<BreakEvenAnswer> answers, BigDecimal volume) {
    List<Money> costs = new ArrayList<>();
    costs.add(tuned(answers.get(0), volume));
    for (BreakEvenAnswer answer : answers) {
      BreakEvenScenario scenario = answer.scenario();
      costs.add(request(scenario, volume).times(volume).plus(scenario.fixed().monthly().base()));
    }
    return costs;
  }

  private static Money tuned(BreakEvenAnswer answer, BigDecimal volume) {
    BreakEvenScenario scenario = answer.scenario();
    FixedTotals fixed = answer.fixed();
    Money once = fixed.oneOff().plus(fixed.eachRetraining().times(fixed.retrainingAnnuity()));
    Money spread = once.times(BigDecimal.ONE.divide(fixed.annuity(), DIGITS));
    return AnsweredCost.of(scenario.tuned(), scenario.retries(), volume)
        .withFallback(request(scenario, volume).times(scenario.fallbackShare()))
        .total()
        .times(volume)
        .plus(scenario.fixed().monthly().tuned())
        .plus(spread);
  }

  private static Money request(BreakEvenScenario scenario, BigDecimal volume) {
    return AnsweredCost.of(scenario.base(), scenario.retries(), volume).total();
  }
}
