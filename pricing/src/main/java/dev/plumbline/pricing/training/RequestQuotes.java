package dev.plumbline.pricing.training;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceLookup;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.dataset.TrafficMeans;
import java.util.ArrayList;
import java.util.List;

/**
 * What one request costs with and without the tuned model when traffic looks like the rows: mean
 * tokens times price, nothing cached.
 */
public record RequestQuotes(Estimate base, Estimate tuned) {

  /**
   * Both costs.
   *
   * @param plan gives provider, model and day
   */
  public static RequestQuotes of(
      TrainingPlan plan, TrafficMeans traffic, TrainingEstimator estimator) {
    PriceQuestion question =
        PriceQuestion.of(
            plan.provider(), estimator.baseOf(plan).snapshot(), Component.INPUT, plan.at());
    PriceCatalogue catalogue = estimator.catalogue();
    return new RequestQuotes(
        quote(question, traffic, catalogue), quote(question.ofFineTune(true), traffic, catalogue));
  }

  private static Estimate quote(
      PriceQuestion question, TrafficMeans traffic, PriceCatalogue catalogue) {
    PriceLookup input = catalogue.find(question);
    PriceLookup output = catalogue.find(withOutput(question));
    if (input instanceof PriceLookup.NotFound missing) {
      return new Estimate.Unpriced(missing.reason(), missing.explanation());
    }
    if (output instanceof PriceLookup.NotFound missing) {
      return new Estimate.Unpriced(missing.reason(), missing.explanation());
    }
    PriceLookup.Found in = (PriceLookup.Found) input;
    PriceLookup.Found out = (PriceLookup.Found) output;
    List<CostLine> lines =
        List.of(
            CostLine.of(in.price(), traffic.promptTokens()),
            CostLine.of(out.price(), traffic.answerTokens()));
    Money total = lines.get(0).amount().plus(lines.get(1).amount());
    List<String> notes = new ArrayList<>(in.assumptions());
    notes.addAll(out.assumptions());
    return new Estimate.Priced(
        new CostBreakdown(total, lines, catalogue.version(), notes.stream().distinct().toList()));
  }

  private static PriceQuestion withOutput(PriceQuestion question) {
    return PriceQuestion.of(question.provider(), question.model(), Component.OUTPUT, question.at())
        .ofFineTune(question.fineTuned());
  }
}
