package dev.plumbline.api.breakeven;

import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceLookup;
import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.TokenPrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the catalogue for the prices of one side. Where no price for cached input is published,
 * cached tokens bill as input, and the assumption says so.
 */
final class PriceFinder {

  private final PriceCatalogue catalogue;
  private final Instant at;

  PriceFinder(PriceCatalogue catalogue, Instant at) {
    this.catalogue = catalogue;
    this.at = at;
  }

  /**
   * What one side pays per million tokens.
   *
   * @param contextTokens total input of a request, which decides the long-context band
   * @throws UnpricedException when input or output has no price
   */
  SidePrices side(String name, Billed model, boolean tuned, ServiceTier tier, long contextTokens) {
    PriceQuestion question =
        PriceQuestion.of(model.provider(), model.model(), Component.INPUT, at)
            .ofFineTune(tuned)
            .inTier(tier)
            .withContext(contextTokens);
    Found input = needed(question);
    Found output = needed(of(question, Component.OUTPUT));
    Optional<Found> read = tokens(of(question, Component.CACHED_INPUT));
    Optional<Found> write = tokens(of(question, Component.CACHE_WRITE));
    List<PriceAssumption> assumptions = new ArrayList<>();
    assumptions.add(assumption(name, inputUses(read, write), input));
    read.ifPresent(found -> assumptions.add(assumption(name, "cached input", found)));
    write.ifPresent(found -> assumptions.add(assumption(name, "cache write", found)));
    assumptions.add(assumption(name, "output", output));
    TokenPrices prices =
        new TokenPrices(
            amount(input), amount(read.orElse(input)), amount(write.orElse(input)), amount(output));
    return new SidePrices(prices, cacheMode(read, write), assumptions);
  }

  /**
   * The price of a million trained tokens.
   *
   * @throws UnpricedException when there is none, or when training is not billed by the token
   */
  PriceAssumption training(String name, Billed model) {
    return assumption(
        name,
        "training",
        needed(
            PriceQuestion.of(model.provider(), model.model(), Component.TRAINING, at)
                .ofFineTune(true)));
  }

  private Found needed(PriceQuestion question) {
    PriceLookup answer = catalogue.find(question);
    Found found =
        answer.match(
            new PriceLookup.Cases<>() {
              @Override
              public Found found(Found price) {
                return price;
              }

              @Override
              public Found notFound(PriceLookup.NotFound none) {
                throw new UnpricedException(none.explanation());
              }
            });
    if (found.price().unit() != PriceUnit.PER_1M_TOKENS) {
      throw new UnpricedException(
          "%s bills %s of %s %s, not by the token; this page compares prices by the token"
              .formatted(
                  question.provider(),
                  question.component(),
                  question.model(),
                  found.price().unit()));
    }
    return found;
  }

  private Optional<Found> tokens(PriceQuestion question) {
    return catalogue
        .find(question)
        .findFound()
        .filter(found -> found.price().unit() == PriceUnit.PER_1M_TOKENS);
  }

  /** Published write prices come with breakpoints; published read prices alone with blocks. */
  private static CacheMode cacheMode(Optional<Found> read, Optional<Found> write) {
    if (write.isPresent()) {
      return CacheMode.EXACT;
    }
    return read.isPresent() ? CacheMode.BLOCK_128 : CacheMode.NONE;
  }

  private static PriceQuestion of(PriceQuestion question, Component component) {
    return new PriceQuestion(
        question.provider(),
        question.model(),
        question.fineTuned(),
        component,
        question.tier(),
        question.variant(),
        question.contextTokens(),
        question.at());
  }

  private static BigDecimal amount(Found found) {
    return found.price().amount();
  }

  /** What has no published price of its own bills as input. */
  private static String inputUses(Optional<Found> read, Optional<Found> write) {
    return "input"
        + (read.isPresent() ? "" : ", cached input")
        + (write.isPresent() ? "" : ", cache write");
  }

  private static PriceAssumption assumption(String side, String use, Found found) {
    return new PriceAssumption(side, use, found.price(), found.conflicts(), found.assumptions());
  }
}
