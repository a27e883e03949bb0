package dev.plumbline.api.breakeven;

import dev.plumbline.api.web.PriceWords;
import dev.plumbline.api.web.Shown;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.explore.Comparison.Option;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer as the page shows it: every number is text by now. */
public record BreakEvenView(
    VerdictView verdict,
    List<Figure> figures,
    List<OptionView> options,
    List<AssumptionView> assumptions,
    List<Warning> warnings,
    Optional<ChartView> chart) {

  /** The sentence on top. */
  public record VerdictView(String tone, String tag, String sentence, String besides) {}

  /** A key figure. */
  public record Figure(String label, String value, String remark) {}

  /** One way to answer the requests. */
  public record OptionView(
      String name,
      String perRequest,
      String exactPerRequest,
      String total,
      String exactTotal,
      String hits,
      String verdict,
      boolean tuned,
      boolean cheapest) {}

  /** A price with its source. */
  public record AssumptionView(
      String side,
      String use,
      String amount,
      String unit,
      String rowId,
      String from,
      String seen,
      String certainty,
      String tone,
      String source,
      String notes,
      String conflicts) {}

  /** The table that the chart draws, and the volumes it marks. */
  public record ChartView(List<String> names, List<RowView> rows, String marks) {}

  /** One volume of the chart. */
  public record RowView(String volume, String exactVolume, List<CellView> costs, String mark) {}

  /** One cost of the chart. */
  public record CellView(String shown, String exact) {}

  static BreakEvenView of(BreakEvenResult result) {
    return new BreakEvenView(
        verdict(result),
        figures(result.main()),
        options(result),
        result.assumptions().stream().map(BreakEvenView::assumption).toList(),
        result.warnings(),
        VolumeChart.isDrawable(result.main())
            ? Optional.of(ChartViews.of(result.comparison().answers()))
            : Optional.empty());
  }

  private static VerdictView verdict(BreakEvenResult result) {
    BreakEvenAnswer main = result.main();
    boolean pays = main.paysAtScenarioVolume();
    Option cheapest = result.comparison().cheapestAtOwnVolume();
    String volume = Shown.count(main.scenario().requestsPerMonth());
    String gain = Shown.money(main.netPresentValue().amount().abs());
    String own =
        pays
            ? "At your %s requests a month it gains %s over the horizon.".formatted(volume, gain)
            : "At your %s requests a month it loses %s over the horizon.".formatted(volume, gain);
    String besides =
        cheapest.tuned()
            ? own + " It is also the cheapest of the ways compared."
            : own + " The cheapest way compared is %s.".formatted(cheapest.name());
    String tone = pays && cheapest.tuned() ? "good" : pays ? "care" : "bad";
    return new VerdictView(tone, tag(main), main.verdict().reason(), besides);
  }

  private static String tag(BreakEvenAnswer answer) {
    return switch (answer.verdict().code()) {
      case "ALWAYS" -> "Always pays";
      case "PAYS_ABOVE" -> "Pays above a volume";
      case "PAYS_BELOW" -> "Pays below a volume";
      case "WINDOW" -> "Pays between two volumes";
      case "NEVER" -> "Never pays";
      default -> "Pays in several ranges";
    };
  }

  private static List<Figure> figures(BreakEvenAnswer answer) {
    String breakEven = answer.wholeRequestsPerMonth().map(Shown::count).orElse("none");
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("Break-even", breakEven, "answered requests a month"));
    figures.add(
        new Figure(
            "Saving per request",
            Shown.money(answer.savingPerRequest()),
            Shown.money(answer.base().total())
                + " untuned, "
                + Shown.money(answer.tuned().total())
                + " tuned"));
    figures.add(
        new Figure(
            "One-off cost",
            Shown.money(answer.fixed().oneOff()),
            Shown.money(answer.fixed().trainingCost()) + " of it training"));
    figures.add(
        new Figure(
            "Gain over the horizon",
            Shown.money(answer.netPresentValue()),
            "net present value, " + months(answer.fixed().horizonMonths()) + " months"));
    figures.add(
        new Figure(
            "Paid back",
            answer.paybackMonth().isPresent()
                ? "month " + answer.paybackMonth().getAsInt()
                : "not in time",
            "at your volume"));
    return figures;
  }

  private static String months(BigDecimal months) {
    return Shown.count(months.setScale(1, RoundingMode.HALF_EVEN));
  }

  private static List<OptionView> options(BreakEvenResult result) {
    Option cheapest = result.comparison().cheapestAtOwnVolume();
    return result.comparison().options().stream()
        .map(option -> option(result, option, option.equals(cheapest)))
        .toList();
  }

  private static OptionView option(BreakEvenResult result, Option option, boolean cheapest) {
    BreakEvenAnswer answer = answerFor(result, option);
    AnsweredCost cost = option.tuned() ? answer.tuned() : answer.base();
    return new OptionView(
        option.name(),
        Shown.money(cost.total()),
        cost.total().toPlainString(),
        Shown.money(option.total()),
        option.total().toPlainString(),
        Shown.percent(cost.hitRate()),
        option.tuned() ? "" : against(answer),
        option.tuned(),
        cheapest);
  }

  /** When tuning beats this way. */
  private static String against(BreakEvenAnswer answer) {
    return answer
        .wholeRequestsPerMonth()
        .map(volume -> tag(answer) + (volume.signum() > 0 ? ": " + Shown.count(volume) : ""))
        .orElseGet(() -> tag(answer));
  }

  private static BreakEvenAnswer answerFor(BreakEvenResult result, Option option) {
    return result.comparison().answers().stream()
        .filter(answer -> answer.scenario().base().name().equals(option.name()))
        .findFirst()
        .orElse(result.main());
  }

  private static AssumptionView assumption(PriceAssumption each) {
    return new AssumptionView(
        each.side(),
        each.use(),
        PriceWords.amount(each.row()),
        PriceWords.unit(each.row().unit()),
        each.row().id(),
        each.row().validFrom().day().map(LocalDate::toString).orElse("start unknown"),
        each.row().seen().map(LocalDate::toString).orElse("undated"),
        each.row().certainty().label(),
        PriceWords.tone(each.row().certainty()),
        each.row().source().name(),
        String.join("; ", each.notes()),
        conflicts(each));
  }

  private static String conflicts(PriceAssumption each) {
    return each.conflicts().stream()
        .map(other -> PriceWords.amount(other) + " by " + other.source().name())
        .collect(java.util.stream.Collectors.joining("; "));
  }
}
