package dev.plumbline.pricing.cost;

import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices a request without a date by the only price that its model ever had. */
final class UndatedCost {

  private final RequestCosts costs;
  private final RequestUsage request;

  UndatedCost(RequestCosts costs, RequestUsage request) {
    this.costs = costs;
    this.request = request;
  }

  /** Empty when the price changed at some time: then the date cannot be left out. */
  Optional<Estimate> lastPrice() {
    return lastEnd().flatMap(this::costBefore);
  }

  private Optional<LocalDate> lastEnd() {
    return costs.billedAs(request).stream()
        .flatMap(model -> model.prices().lastEnd(question(model)).stream())
        .findFirst();
  }

  private PriceQuestion question(BilledModel model) {
    return PriceQuestion.of(model.provider(), model.model(), Component.INPUT, request.at())
        .ofFineTune(model.fineTuned())
        .inTier(request.tier())
        .forVariant(request.variant());
  }

  private Optional<Estimate> costBefore(LocalDate end) {
    Instant lastMoment = end.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    Estimate then = costs.costOf(request.at(lastMoment));
    return then instanceof Estimate.Priced priced && neverChanged(priced.breakdown())
        ? Optional.of(new Estimate.Priced(noted(priced.breakdown(), end)))
        : Optional.empty();
  }

  private boolean neverChanged(CostBreakdown breakdown) {
    return breakdown.lines().stream().map(CostLine::price).allMatch(this::neverChanged);
  }

  private boolean neverChanged(ListPrice price) {
    return costs.catalogue().believed().stream()
        .filter(row -> row.key().equals(price.key()))
        .allMatch(price::agreesWith);
  }

  private static CostBreakdown noted(CostBreakdown breakdown, LocalDate end) {
    List<String> assumptions = new ArrayList<>(breakdown.assumptions());
    assumptions.add("the only price it ever had is taken, which ended on " + end);
    return new CostBreakdown(
        breakdown.total(), breakdown.lines(), breakdown.catalogueVersion(), assumptions);
  }
}
