package dev.plumbline.api.cli;

import dev.plumbline.api.scenarios.BreakEvenView;
import dev.plumbline.api.scenarios.RecordTree;
import dev.plumbline.api.scenarios.ScenarioOutcome;
import dev.plumbline.api.scenarios.ScenarioOutcome.Answered;
import dev.plumbline.api.scenarios.ScenarioOutcome.Blocked;
import dev.plumbline.api.scenarios.ScenarioOutcome.Unpriced;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints the outcome of a scenario: the whole answer as JSON, the essentials for people. */
final class BreakEvenPrinting implements ScenarioOutcome.Cases<ExitCode> {

  private static final int STRONGEST = 5;

  private final Surroundings surroundings;
  private final Output output;

  BreakEvenPrinting(Surroundings surroundings, Output output) {
    this.surroundings = surroundings;
    this.output = output;
  }

  @Override
  public ExitCode answered(Answered answered) {
    BreakEvenView view = answered.view();
    if (output.isJson()) {
      output.record(RecordTree.of(view));
      return ExitCode.OK;
    }
    output.sentence(view.verdict().reason());
    output.sentence("");
    output.record(figures(view));
    if (output.isForPeople()) {
      tables(view);
    }
    view.notes().forEach(note -> surroundings.say("note: " + note.message()));
    return ExitCode.OK;
  }

  @Override
  public ExitCode unpriced(Unpriced unpriced) {
    unpriced.reasons().forEach(reason -> surroundings.say("plumbline: unpriced: " + reason));
    return ExitCode.INPUT_INVALID;
  }

  @Override
  public ExitCode blocked(Blocked blocked) {
    blocked
        .blockers()
        .forEach(
            blocker ->
                surroundings.say(
                    "plumbline: blocked: %s; %s".formatted(blocker.message(), blocker.remedy())));
    return ExitCode.INPUT_INVALID;
  }

  private static Map<String, Object> figures(BreakEvenView view) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("verdict", view.verdict().code());
    figures.put("breakeven_requests_per_month", view.verdict().requestsPerMonthCeil());
    figures.put("breakeven_requests_over_horizon", view.verdict().requestsOverHorizon());
    figures.put("naive_breakeven_total", view.atVolume().naiveTotalRequests());
    figures.put("requests_per_month", view.atVolume().requestsPerMonth());
    figures.put("cost_base_per_request", view.base().costPerRequest());
    figures.put("cost_tuned_per_request", view.tuned().costPerRequest());
    figures.put("saving_per_request", view.atVolume().savingPerRequest());
    figures.put("one_off_cost", view.fixed().oneOffCost());
    figures.put("horizon_months", view.fixed().horizonMonths());
    figures.put("need", view.fixed().need());
    figures.put("net_present_value", view.atVolume().netPresentValue());
    figures.put("payback_month", view.atVolume().paybackMonth());
    figures.put("cheapest_at_volume", view.cheapest().atVolume());
    figures.put("catalogue_version", view.catalogueVersion());
    return figures;
  }

  private void tables(BreakEvenView view) {
    if (view.comparison().size() > 1) {
      output.sentence("");
      output.table(ways(view));
      output.sentence("");
      output.table(against(view));
    }
    output.sentence("");
    output.table(guesses(view));
    view.uncertainty().ifPresent(this::uncertainty);
    output.sentence("");
    output.table(assumptions(view));
  }

  private static Table ways(BreakEvenView view) {
    Table ways = Table.of("way", "total_cost_over_horizon");
    view.cheapest().ways().forEach(way -> ways.row(way.name(), way.totalCost()));
    return ways;
  }

  private static Table against(BreakEvenView view) {
    Table against = Table.of("against", "verdict", "reason");
    view.comparison()
        .forEach(each -> against.row(each.name(), each.verdict().code(), each.verdict().reason()));
    return against;
  }

  private static Table guesses(BreakEvenView view) {
    Table guesses = Table.of("if_this_guess_is_off", "by", "gain_moves_by", "smaller", "larger");
    view.sensitivities().stream()
        .limit(STRONGEST)
        .forEach(
            each ->
                guesses.row(
                    each.words(),
                    each.spread(),
                    each.swing(),
                    each.smaller().verdict(),
                    each.larger().verdict()));
    return guesses;
  }

  private static Table assumptions(BreakEvenView view) {
    Table table = Table.of("assumption", "value", "unit", "kind", "source", "seen", "note");
    view.assumptions()
        .forEach(
            each ->
                table.row(
                    each.subject(),
                    each.value(),
                    each.unit(),
                    each.kind(),
                    each.source(),
                    each.seen(),
                    each.note()));
    return table;
  }

  private void uncertainty(BreakEvenView.UncertaintyView result) {
    output.sentence("");
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("never_share", result.never());
    figures.put("pays_at_volume_share", result.paysAtVolume());
    figures.put("breakeven_p10", result.p10());
    figures.put("breakeven_p50", result.p50());
    figures.put("breakeven_p90", result.p90());
    figures.put("points", result.points());
    figures.put("seed", result.seed());
    output.record(figures);
  }
}
