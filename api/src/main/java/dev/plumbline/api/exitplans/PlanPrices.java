package dev.plumbline.api.exitplans;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.lifecycle.exit.successor.Successor;
import dev.plumbline.lifecycle.exit.successor.TuningMethod;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.cost.RequestUsage;
import dev.plumbline.pricing.training.AllowanceRule;
import dev.plumbline.pricing.training.Epochs;
import dev.plumbline.pricing.training.TrainingEstimate;
import dev.plumbline.pricing.training.TrainingEstimator;
import dev.plumbline.pricing.training.TrainingMethod;
import dev.plumbline.pricing.training.TrainingPlan;
import dev.plumbline.pricing.training.TrainingRows;
import dev.plumbline.pricing.training.TrainingTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Today's prices of requests and of training. */
final class PlanPrices {

  private final RequestCosts costs;
  private final TrainingEstimator training;
  private final Instant now;

  PlanPrices(RequestCosts costs, Instant now) {
    this.costs = requireNonNull(costs, "costs");
    this.training =
        new TrainingEstimator(
            costs.catalogue(), ModelNames.bundled(), Aliases.bundled(), AllowanceRule.USUAL);
    this.now = requireNonNull(now, "now");
  }

  PriceCatalogue catalogue() {
    return costs.catalogue();
  }

  /** One request to the model as it is called today. */
  PricedPart request(ModelId model, Traffic traffic) {
    RequestUsage request =
        RequestUsage.of(model.canonical(), now, traffic.usage()).billedBy(model.provider());
    return part(costs.costOf(request));
  }

  /** One request to a successor. */
  PricedPart request(Successor.BaseAt base, boolean tuned, Traffic traffic) {
    RequestUsage request =
        RequestUsage.of(base.name(), now, traffic.usage()).billedBy(base.provider());
    return part(tuned ? costs.costOfTuned(request) : costs.costOf(request));
  }

  private static PricedPart part(Estimate estimate) {
    return estimate.match(
        new Estimate.Cases<>() {
          @Override
          public PricedPart priced(CostBreakdown breakdown) {
            return PricedPart.of(breakdown);
          }

          @Override
          public PricedPart unpriced(Estimate.Unpriced unpriced) {
            return PricedPart.unpriced(unpriced.explanation());
          }
        });
  }

  /**
   * One training of so many tokens, all epochs together.
   *
   * @param end of training on the base, when one is known
   */
  PricedPart training(
      Successor.BaseAt base,
      TuningMethod method,
      long tokens,
      Optional<Observation<LocalDate>> end) {
    TrainingPlan plan =
        new TrainingPlan(
            base.provider(),
            base.name(),
            TrainingMethod.valueOf(method.name()),
            new TrainingRows(0, TokenCount.exact(tokens), TokenCount.exact(0)),
            new Epochs(1, "the tokens count all epochs"),
            1,
            now,
            TrainingTerms.NONE);
    return training
        .estimate(plan, end)
        .match(
            new TrainingEstimate.Cases<>() {
              @Override
              public PricedPart priced(CostBreakdown breakdown) {
                return PricedPart.of(breakdown);
              }

              @Override
              public PricedPart unpriced(TrainingEstimate.Unpriced unpriced) {
                return PricedPart.unpriced(unpriced.reason());
              }

              @Override
              public PricedPart blocked(TrainingEstimate.Blocked blocked) {
                return PricedPart.unpriced(blocked.reason());
              }
            });
  }
}
