package dev.plumbline.api.breakeven;

import dev.plumbline.api.breakeven.AnswerView.Amount;
import dev.plumbline.api.breakeven.AnswerView.Caution;
import dev.plumbline.api.breakeven.AnswerView.Figure;
import dev.plumbline.api.breakeven.AnswerView.Guess;
import dev.plumbline.api.breakeven.AnswerView.Verdict;
import dev.plumbline.api.breakeven.AnswerView.Way;
import dev.plumbline.api.scenarios.BreakEvenView;
import dev.plumbline.api.scenarios.ScenarioOutcome.Answered;
import dev.plumbline.api.web.Shown;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.explore.Comparison;
import dev.plumbline.pricing.breakeven.explore.Comparison.Option;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Puts an answer into words and rounded figures. */
final class AnswerViews {

  private static final int MOST_GUESSES = 6;

  private AnswerViews() {}

  static AnswerView of(Answered answered, PriceCatalogue catalogue) {
    Comparison comparison = answered.comparison();
    BreakEvenAnswer main = comparison.answers().get(0);
    return new AnswerView(
        verdict(comparison, main),
        figures(main),
        comparison.options().stream().map(option -> way(comparison, option)).toList(),
        AssumptionRows.of(answered, catalogue),
        answered.view().notes().stream().map(AnswerViews::caution).toList(),
        VolumeChart.isDrawable(main)
            ? Optional.of(ChartViews.of(comparison.answers()))
            : Optional.empty(),
        answered.view().sensitivities().stream()
            .limit(MOST_GUESSES)
            .map(AnswerViews::guess)
            .toList());
  }

  private static Verdict verdict(Comparison comparison, BreakEvenAnswer main) {
    Option cheapest = comparison.cheapestAtOwnVolume();
    boolean pays = main.paysAtScenarioVolume();
    String own =
        "At your %s requests a month it %s %s over the horizon."
            .formatted(
                Shown.count(main.scenario().requestsPerMonth()),
                pays ? "gains" : "loses",
                Shown.money(main.netPresentValue().amount().abs()));
    String tone = pays ? (cheapest.tuned() ? "good" : "care") : "bad";
    String rival =
        cheapest.tuned()
            ? "It is the cheapest of the ways compared."
            : "The cheapest way compared is %s.".formatted(cheapest.name());
    return new Verdict(
        tone, VerdictWords.tag(main.verdict()), main.verdict().reason(), own + " " + rival);
  }

  private static List<Figure> figures(BreakEvenAnswer main) {
    return List.of(
        new Figure(
            "Break-even",
            main.wholeRequestsPerMonth().map(Shown::count).orElse("none"),
            "answered requests a month"),
        new Figure(
            "Saving per request",
            Shown.money(main.savingPerRequest()),
            "%s untuned, %s tuned"
                .formatted(Shown.money(main.base().total()), Shown.money(main.tuned().total()))),
        new Figure(
            "One-off cost",
            Shown.money(main.fixed().oneOff()),
            Shown.money(main.fixed().trainingCost()) + " of it training"),
        new Figure(
            "Gain over the horizon",
            Shown.money(main.netPresentValue()),
            "net present value, %s months"
                .formatted(
                    Shown.count(main.fixed().horizonMonths().setScale(1, RoundingMode.HALF_EVEN)))),
        new Figure(
            "Paid back",
            main.paybackMonth().isPresent()
                ? "month " + main.paybackMonth().getAsInt()
                : "not in time",
            "at your volume"));
  }

  private static Way way(Comparison comparison, Option option) {
    BreakEvenAnswer answer =
        comparison.answers().stream()
            .filter(each -> each.scenario().base().name().equals(option.name()))
            .findFirst()
            .orElse(comparison.answers().get(0));
    AnsweredCost cost = option.tuned() ? answer.tuned() : answer.base();
    return new Way(
        option.name(),
        amount(cost.total()),
        amount(option.total()),
        Shown.percent(cost.hitRate()),
        option.tuned() ? "" : VerdictWords.against(answer),
        option.tuned(),
        option.equals(comparison.cheapestAtOwnVolume()));
  }

  static Amount amount(Money money) {
    return new Amount(Shown.money(money), money.toPlainString());
  }

  private static Caution caution(BreakEvenView.Note note) {
    return new Caution(VerdictWords.title(note.code()), VerdictWords.sentence(note.message()));
  }

  private static Guess guess(BreakEvenView.Sensitivity each) {
    return new Guess(
        each.words(),
        new Amount(Shown.money(new BigDecimal(each.swing())), each.swing()),
        outcome(each.smaller()),
        outcome(each.larger()));
  }

  private static String outcome(BreakEvenView.Outcome outcome) {
    String words = VerdictWords.tag(outcome.verdict());
    return outcome
        .requestsPerMonth()
        .map(BigDecimal::new)
        .filter(volume -> volume.signum() > 0)
        .map(volume -> words + " " + Shown.count(volume.setScale(0, RoundingMode.CEILING)))
        .orElse(words);
  }
}
