package dev.plumbline.api.scenarios;

import dev.plumbline.api.scenarios.BreakEvenView.Against;
import dev.plumbline.api.scenarios.BreakEvenView.AssumptionView;
import dev.plumbline.api.scenarios.BreakEvenView.AtVolume;
import dev.plumbline.api.scenarios.BreakEvenView.Cheapest;
import dev.plumbline.api.scenarios.BreakEvenView.CurvePoint;
import dev.plumbline.api.scenarios.BreakEvenView.Fixed;
import dev.plumbline.api.scenarios.BreakEvenView.Note;
import dev.plumbline.api.scenarios.BreakEvenView.Outcome;
import dev.plumbline.api.scenarios.BreakEvenView.Range;
import dev.plumbline.api.scenarios.BreakEvenView.Sensitivity;
import dev.plumbline.api.scenarios.BreakEvenView.SideCost;
import dev.plumbline.api.scenarios.BreakEvenView.UncertaintyView;
import dev.plumbline.api.scenarios.BreakEvenView.VariedInput;
import dev.plumbline.api.scenarios.BreakEvenView.Verdict;
import dev.plumbline.api.scenarios.BreakEvenView.Way;
import dev.plumbline.api.scenarios.BreakEvenView.WayRange;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.FixedTotals;
import dev.plumbline.pricing.breakeven.explore.Comparison;
import dev.plumbline.pricing.breakeven.explore.CostCurve;
import dev.plumbline.pricing.breakeven.explore.Tornado;
import dev.plumbline.pricing.breakeven.explore.Uncertainty;
import dev.plumbline.pricing.breakeven.table.AnswerTable;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns an answer into its published form; the only place of this feature that rounds. */
record BreakEvenViews(ScenarioRequest request, String catalogueVersion, LocalDate at) {

  BreakEvenView view(Comparison comparison, List<Assumption> assumptions, List<Finding> notes) {
    BreakEvenAnswer answer = comparison.answers().get(0);
    return new BreakEvenView(
        ScenarioReader.VERSION,
        request.name(),
        at.toString(),
        catalogueVersion,
        verdict(answer),
        atVolume(answer),
        side(answer.scenario().base().name(), answer.base()),
        side(answer.scenario().tuned().name(), answer.tuned()),
        fixed(answer),
        comparison.answers().stream().map(BreakEvenViews::against).toList(),
        cheapest(comparison),
        CostCurve.of(answer).points().stream().map(BreakEvenViews::point).toList(),
        sensitivities(answer),
        request
            .uncertainty()
            .map(question -> uncertainty(Uncertainty.of(answer.scenario(), question))),
        assumptions.stream().map(BreakEvenViews::assumption).toList(),
        notes.stream().map(BreakEvenViews::note).toList());
  }

  private static Verdict verdict(BreakEvenAnswer answer) {
    return new Verdict(
        answer.verdict().code(),
        answer.verdict().reason(),
        number(answer.verdict().requestsPerMonth()),
        number(answer.wholeRequestsPerMonth()),
        number(answer.requestsOverHorizon()),
        answer.verdict().paying().stream()
            .map(range -> new Range(number(range.from()), number(range.to())))
            .toList());
  }

  private static AtVolume atVolume(BreakEvenAnswer answer) {
    return new AtVolume(
        number(answer.scenario().requestsPerMonth()),
        answer.paysAtScenarioVolume(),
        number(answer.savingPerRequest()),
        number(answer.netPresentValue()),
        answer.paybackMonth().isPresent()
            ? Optional.of(answer.paybackMonth().getAsInt())
            : Optional.empty(),
        number(answer.naiveTotalRequests()));
  }

  private static SideCost side(String name, AnsweredCost cost) {
    return new SideCost(
        name,
        number(cost.servedTokens()),
        number(cost.hitRate()),
        number(cost.attempts()),
        number(cost.attempt()),
        number(cost.loss()),
        number(cost.fallback()),
        number(cost.total()));
  }

  private static Fixed fixed(BreakEvenAnswer answer) {
    FixedTotals fixed = answer.fixed();
    return new Fixed(
        number(fixed.trainingTokensBilled()),
        number(fixed.trainingCost()),
        number(fixed.oneOff()),
        number(fixed.eachRetraining()),
        fixed.retrainings(),
        number(answer.scenario().fixed().monthly().extra()),
        number(fixed.horizonMonths()),
        number(fixed.annuity()),
        number(fixed.retrainingAnnuity()),
        number(fixed.need()));
  }

  private static Against against(BreakEvenAnswer answer) {
    return new Against(
        answer.scenario().base().name(),
        number(answer.base().total()),
        verdict(answer),
        number(answer.netPresentValue()));
  }

  private static Cheapest cheapest(Comparison comparison) {
    return new Cheapest(
        comparison.cheapestAtOwnVolume().name(),
        comparison.options().stream()
            .map(way -> new Way(way.name(), way.tuned(), number(way.total())))
            .toList(),
        comparison.cheapest().stream()
            .map(
                range ->
                    new WayRange(
                        range.name(), number(range.volumes().from()), number(range.volumes().to())))
            .toList());
  }

  private static CurvePoint point(CostCurve.Point point) {
    return new CurvePoint(
        number(point.requestsPerMonth()),
        number(point.base()),
        number(point.tuned()),
        point.crossing());
  }

  private List<Sensitivity> sensitivities(BreakEvenAnswer answer) {
    return Tornado.of(answer.scenario(), request.spread()).bars().stream()
        .map(
            bar ->
                new Sensitivity(
                    bar.guess().key(),
                    bar.guess().words(),
                    number(request.spread()),
                    number(bar.swing()),
                    outcome(bar.smaller()),
                    outcome(bar.larger())))
        .toList();
  }

  private static Outcome outcome(BreakEvenAnswer answer) {
    return new Outcome(
        answer.verdict().code(),
        number(answer.verdict().requestsPerMonth()),
        number(answer.netPresentValue()));
  }

  private static UncertaintyView uncertainty(Uncertainty result) {
    return new UncertaintyView(
        result.question().points(),
        result.question().seed(),
        number(result.never()),
        number(result.paysAtOwnVolume()),
        number(result.volumes().map(Uncertainty.Percentiles::p10)),
        number(result.volumes().map(Uncertainty.Percentiles::p50)),
        number(result.volumes().map(Uncertainty.Percentiles::p90)),
        result.question().ranges().stream()
            .map(
                range ->
                    new VariedInput(range.guess().key(), number(range.low()), number(range.high())))
            .toList());
  }

  private static AssumptionView assumption(Assumption assumption) {
    return new AssumptionView(
        assumption.subject(),
        assumption.value(),
        assumption.unit(),
        assumption.kind().name().toLowerCase(Locale.ROOT),
        assumption.priceRow(),
        assumption.source(),
        assumption.seen().map(LocalDate::toString),
        assumption.note());
  }

  static Note note(Finding finding) {
    return new Note(
        finding.code(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.where().field(),
        finding.message(),
        finding.remedy());
  }

  private static String number(BigDecimal number) {
    return AnswerTable.number(number);
  }

  private static String number(Money amount) {
    return number(amount.amount());
  }

  private static Optional<String> number(Optional<BigDecimal> number) {
    return number.map(AnswerTable::number);
  }
}
