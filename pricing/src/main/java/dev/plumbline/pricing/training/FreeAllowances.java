package dev.plumbline.pricing.training;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Tokens that a provider trained for free per day in announced periods. */
final class FreeAllowances {

  private final PriceCatalogue catalogue;
  private final AllowanceRule rule;

  FreeAllowances(PriceCatalogue catalogue, AllowanceRule rule) {
    this.catalogue = catalogue;
    this.rule = rule;
  }

  /** The largest allowance on the day of a moment. */
  Optional<ListPrice> on(Provider provider, String model, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, rule.zone());
    return catalogue.believed().stream()
        .filter(row -> row.component() == Component.FREE_TRAINING_ALLOWANCE)
        .filter(row -> row.provider().equals(provider) && row.model().equals(model))
        .filter(row -> holds(row, day))
        .max(Comparator.comparing(ListPrice::amount));
  }

  private boolean holds(ListPrice row, LocalDate day) {
    boolean begun = row.validFrom().day().map(first -> !day.isBefore(first)).orElse(true);
    return begun && row.validTo().map(last -> isBefore(day, last)).orElse(true);
  }

  private boolean isBefore(LocalDate day, LocalDate last) {
    return day.isBefore(last) || (rule.endDayCounts() && day.equals(last));
  }
}
