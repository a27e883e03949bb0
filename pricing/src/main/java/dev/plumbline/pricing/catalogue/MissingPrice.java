package dev.plumbline.pricing.catalogue;

import static dev.plumbline.pricing.catalogue.UnpricedReason.ALIAS_WITHOUT_SNAPSHOT;
import static dev.plumbline.pricing.catalogue.UnpricedReason.COMPONENT_MISSING;
import static dev.plumbline.pricing.catalogue.UnpricedReason.LONG_CONTEXT_MISSING;
import static dev.plumbline.pricing.catalogue.UnpricedReason.NOT_YET_PRICED;
import static dev.plumbline.pricing.catalogue.UnpricedReason.NO_LONGER_PRICED;
import static dev.plumbline.pricing.catalogue.UnpricedReason.TIER_MISSING;
import static dev.plumbline.pricing.catalogue.UnpricedReason.UNKNOWN_MODEL;
import static dev.plumbline.pricing.catalogue.UnpricedReason.VARIANT_MISSING;

import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the words for a price that is not there: the first thing that is missing. */
final class MissingPrice {

  private final PriceQuestion question;
  private final List<ModelPrices> lists;

  MissingPrice(PriceQuestion question, List<ModelPrices> lists) {
    this.question = question;
    this.lists = lists;
  }

  NotFound explain() {
    if (lists.isEmpty()) {
      return unknownModel();
    }
    if (lists.stream().allMatch(ModelPrices::isOnlyAlias)) {
      return answer(ALIAS_WITHOUT_SNAPSHOT, "is an alias and has no snapshot known for " + day());
    }
    SortedSet<ServiceTier> tiers = tiers();
    if (tiers.isEmpty()) {
      return answer(COMPONENT_MISSING, "has no known price for " + question.component());
    }
    if (!tiers.contains(question.tier())) {
      return answer(
          TIER_MISSING,
          "has no known %s price for %s; known tiers: %s"
              .formatted(question.tier(), question.component(), list(tiers)));
    }
    List<PriceSeries> series =
        lists.stream().flatMap(prices -> prices.findSeries(question).stream()).toList();
    return series.isEmpty() ? variantMissing() : missingAtThatTime(series);
  }

  private NotFound unknownModel() {
    return answer(
        UNKNOWN_MODEL,
        question.fineTuned()
            ? "has no known fine-tuned price, and the base's price is not taken for it"
            : "has no known price");
  }

  private NotFound variantMissing() {
    var variants =
        lists.stream().flatMap(prices -> prices.variants().stream()).collect(Collectors.toSet());
    return answer(
        VARIANT_MISSING,
        "has a price for %s only by variant; name one of: %s"
            .formatted(question.component(), list(new TreeSet<>(variants))));
  }

  private NotFound missingAtThatTime(List<PriceSeries> series) {
    long second = question.at().getEpochSecond();
    if (series.stream().anyMatch(one -> !one.at(second).isGap())) {
      return answer(
          LONG_CONTEXT_MISSING,
          "has no known %s price for a request of %d input tokens"
              .formatted(what(), question.contextTokens()));
    }
    if (series.stream().allMatch(one -> one.startsAfter(second))) {
      return answer(
          NOT_YET_PRICED,
          "has no known %s price on %s; the first one starts on %s"
              .formatted(what(), day(), first(series)));
    }
    return answer(NO_LONGER_PRICED, ended(series));
  }

  private String ended(List<PriceSeries> series) {
    ListPrice last =
        series.stream()
            .flatMap(one -> one.answers().stream())
            .filter(row -> row.validTo().map(end -> !end.isAfter(date())).orElse(false))
            .max(Comparator.comparing(row -> row.validTo().orElseThrow()))
            .orElseThrow();
    return "has no known %s price on %s; the last one ended on %s%s"
        .formatted(
            what(),
            day(),
            last.validTo().orElseThrow(),
            last.remark().isEmpty() ? "" : " (" + last.remark() + ")");
  }

  private static String first(List<PriceSeries> series) {
    return series.stream()
        .flatMap(one -> one.answers().stream())
        .flatMap(row -> row.validFrom().day().stream())
        .min(Comparator.naturalOrder())
        .map(Object::toString)
        .orElse("a later day");
  }

  private SortedSet<ServiceTier> tiers() {
    SortedSet<ServiceTier> tiers = new TreeSet<>();
    lists.forEach(prices -> tiers.addAll(prices.tiersOf(question.component())));
    return tiers;
  }

  private String what() {
    String tier = question.tier() == ServiceTier.STANDARD ? "" : question.tier() + " ";
    return tier + question.component();
  }

  private java.time.LocalDate date() {
    return question.at().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private String day() {
    return date().toString();
  }

  private NotFound answer(UnpricedReason reason, String rest) {
    return new NotFound(
        reason,
        "%s %s%s %s"
            .formatted(
                question.provider(),
                question.model(),
                question.fineTuned() ? " (fine-tuned)" : "",
                rest));
  }

  private static String list(SortedSet<?> words) {
    return words.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
