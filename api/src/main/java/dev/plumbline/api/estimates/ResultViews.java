package dev.plumbline.api.estimates;

import dev.plumbline.api.estimates.ResultView.Figure;
import dev.plumbline.api.estimates.ResultView.Line;
import dev.plumbline.api.estimates.ResultView.Request;
import dev.plumbline.api.web.PriceWords;
import dev.plumbline.api.web.Shown;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.training.FileEstimate;
import dev.plumbline.pricing.training.RequestQuotes;
import dev.plumbline.pricing.training.TrainingEstimate;
import dev.plumbline.pricing.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts an estimate into words and rounded figures. */
final class ResultViews {

  private ResultViews() {}

  static ResultView of(Estimated answer, String severity) {
    FileEstimate estimate = answer.estimate();
    Optional<CostBreakdown> cost = EstimateView.breakdown(estimate.cost());
    return new ResultView(
        tone(estimate.cost()),
        tag(estimate.cost()),
        headline(answer, cost),
        besides(answer),
        figures(estimate),
        cost.map(breakdown -> breakdown.lines().stream().map(ResultViews::line).toList())
            .orElse(List.of()),
        cost.map(CostBreakdown::assumptions).orElse(List.of()),
        estimate.requests().map(ResultViews::requests).orElse(List.of()),
        Objections.of(answer, severity),
        Histogram.of(estimate.training().sizes()),
        BreakEvenLink.of(answer));
  }

  private static String tone(TrainingEstimate cost) {
    if (cost instanceof TrainingEstimate.Blocked) {
      return "bad";
    }
    return cost instanceof TrainingEstimate.Unpriced ? "care" : "good";
  }

  private static String tag(TrainingEstimate cost) {
    if (cost instanceof TrainingEstimate.Blocked) {
      return "Not possible";
    }
    return cost instanceof TrainingEstimate.Unpriced ? "No price" : "Training cost";
  }

  private static String headline(Estimated answer, Optional<CostBreakdown> cost) {
    String model = answer.estimate().snapshot();
    return cost.map(
            breakdown ->
                "Training %s on these %s rows costs %s."
                    .formatted(
                        model,
                        Shown.count(answer.estimate().training().rows()),
                        Shown.money(breakdown.total())))
        .or(() -> EstimateView.reason(answer.estimate().cost()))
        .orElse("There is no price.");
  }

  private static String besides(Estimated answer) {
    return answer
        .estimate()
        .plan()
        .map(
            plan ->
                "%s trained tokens: %s tokens per epoch × %d epochs × %d %s. Epochs: %s."
                    .formatted(
                        Shown.count(plan.trainedTokens().tokens()),
                        Shown.count(answer.estimate().tokensPerEpoch().tokens()),
                        plan.epochs().count(),
                        plan.runs(),
                        plan.runs() == 1 ? "run" : "runs",
                        plan.epochs().reason()))
        .orElse("The file holds no rows that a model could be trained on.");
  }

  private static List<Figure> figures(FileEstimate estimate) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "Rows",
            Shown.count(estimate.training().rows()),
            "of %s lines, %s"
                .formatted(
                    Shown.count(estimate.training().lines()),
                    Shown.bytes(estimate.training().bytes()))));
    figures.add(
        new Figure(
            "Tokens per epoch",
            Shown.count(estimate.tokensPerEpoch().tokens()),
            (estimate.tokensPerEpoch().isExact() ? "exact, " : "estimated, ")
                + estimate.training().encoding().label()));
    estimate.plan().map(ResultViews::trained).ifPresent(figures::add);
    figures.add(
        new Figure(
            "Tokens per row",
            Shown.count(estimate.training().sizes().percentile(50)),
            "median; 95 %% below %s, longest %s"
                .formatted(
                    Shown.count(estimate.training().sizes().percentile(95)),
                    Shown.count(estimate.training().sizes().largest()))));
    estimate
        .validation()
        .ifPresent(
            report ->
                figures.add(
                    new Figure(
                        "Validation",
                        Shown.count(report.rows()),
                        "rows, %s tokens"
                            .formatted(Shown.count(report.tokensPerEpoch().tokens())))));
    return figures;
  }

  private static Figure trained(TrainingPlan plan) {
    return new Figure(
        "Trained tokens",
        Shown.count(plan.trainedTokensPerRun().tokens()),
        "per run at %d epochs".formatted(plan.epochs().count()));
  }

  private static Line line(CostLine line) {
    return new Line(
        line.component().label().replace('_', ' '),
        Shown.count(line.quantity()),
        PriceWords.amount(line.price()),
        PriceWords.unit(line.rate().unit()),
        Shown.money(line.amount()),
        line.price().id(),
        line.price().source().name());
  }

  private static List<Request> requests(RequestQuotes quotes) {
    return List.of(request("Untuned", quotes.base()), request("Fine-tuned", quotes.tuned()));
  }

  private static Request request(String side, Estimate estimate) {
    return estimate.match(
        new Estimate.Cases<>() {
          @Override
          public Request priced(CostBreakdown breakdown) {
            return new Request(side, Shown.money(breakdown.total()), "", breakdown.priceRows());
          }

          @Override
          public Request unpriced(Estimate.Unpriced unpriced) {
            return new Request(side, "unpriced", unpriced.explanation(), List.of());
          }
        });
  }
}
