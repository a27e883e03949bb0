package dev.plumbline.api.prices;

import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.ServiceTier;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which prices a caller wants; an absent parameter means any. */
class PriceFilter {

  private static final int LONGEST = 300;

  @RestQuery
  @Parameter(description = "for example openai")
  Optional<String> provider;

  @RestQuery
  @Parameter(description = "the billed model, for example gpt-4o-2024-08-06")
  Optional<String> model;

  @RestQuery
  @Parameter(description = "part of a model's name")
  Optional<String> q;

  @RestQuery
  @Parameter(description = "for example input, cached_input, output, training")
  Optional<String> component;

  @RestQuery
  @Parameter(description = "standard, batch, flex or priority")
  Optional<String> tier;

  @RestQuery("fine_tuned")
  Optional<Boolean> fineTuned;

  @RestQuery Optional<String> variant;

  @RestQuery
  @Parameter(description = "day on which the price is in force, for example 2026-01-31")
  Optional<String> at;

  /** The filter as a condition; a parameter that makes no sense is a 400. */
  Predicate<ListPrice> condition() {
    Predicate<ListPrice> all = price -> true;
    return all.and(is("provider", provider, Provider::of, ListPrice::provider))
        .and(is("model", model, Function.identity(), ListPrice::model))
        .and(is("component", component, PriceFilter::component, ListPrice::component))
        .and(is("tier", tier, PriceFilter::tier, ListPrice::tier))
        .and(is("variant", variant, Function.identity(), ListPrice::variant))
        .and(price -> fineTuned.map(wanted -> wanted == price.fineTuned()).orElse(true))
        .and(nameContains())
        .and(isInForce());
  }

  private Predicate<ListPrice> isInForce() {
    Optional<LocalDate> day = at.map(text -> Input.read("at", () -> LocalDate.parse(text)));
    return price -> day.map(wanted -> isInForce(price, wanted)).orElse(true);
  }

  private Predicate<ListPrice> nameContains() {
    Optional<String> part =
        q.filter(text -> !text.isBlank()).map(text -> checked("q", text).toLowerCase(Locale.ROOT));
    return price ->
        part.map(text -> price.model().toLowerCase(Locale.ROOT).contains(text)).orElse(true);
  }

  private static boolean isInForce(ListPrice price, LocalDate day) {
    return price.validFrom().day().map(from -> !day.isBefore(from)).orElse(true)
        && price.validTo().map(day::isBefore).orElse(true);
  }

  private static <T> Predicate<ListPrice> is(
      String field, Optional<String> text, Function<String, T> read, Function<ListPrice, T> of) {
    if (text.isEmpty()) {
      return price -> true;
    }
    T wanted = Input.read(field, () -> read.apply(checked(field, text.get())));
    return price -> wanted.equals(of.apply(price));
  }

  private static String checked(String field, String text) {
    if (text.length() > LONGEST) {
      throw Input.refused(field, "longer than " + LONGEST + " characters");
    }
    return text;
  }

  private static Component component(String label) {
    return Component.findByLabel(label)
        .orElseThrow(() -> new IllegalArgumentException("not one of " + Component.labels()));
  }

  private static ServiceTier tier(String label) {
    return ServiceTier.findByLabel(label)
        .orElseThrow(() -> new IllegalArgumentException("not one of " + ServiceTier.labels()));
  }
}
