package dev.plumbline.api.scenarios;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceLookup;
import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.override.Adjustment;
import dev.plumbline.pricing.override.OverrideQuestion;
import dev.plumbline.pricing.override.PriceOverride;
import dev.plumbline.pricing.override.PriceOverrides;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Asks the price list and the customer's own prices at one moment. */
record PriceAsk(PriceCatalogue catalogue, PriceOverrides overrides, Instant at) {

  /** What is asked about one name. */
  record Question(
      BilledName billed,
      boolean tuned,
      Component component,
      ServiceTier tier,
      String variant,
      long contextTokens) {

    Question of(Component other) {
      return new Question(billed, tuned, other, tier, variant, contextTokens);
    }
  }

  /**
   * A price for a million tokens.
   *
   * @param amount what is paid: the row's price unless the customer has an own one
   */
  record Answer(BigDecimal amount, Found found, Optional<PriceOverride> own) {}

  /** The price; empty when none is known, or when the component is not billed by the token. */
  Optional<Answer> find(Question question) {
    return found(question).filter(PriceAsk::isByToken).map(found -> answer(question, found));
  }

  /** Why {@link #find} has no answer. */
  String explanation(Question question) {
    Optional<Found> found = found(question);
    if (found.isPresent()) {
      return "%s is billed %s, not by the token in US dollars; give the price yourself"
          .formatted(question.component(), found.get().price().rate());
    }
    String name = question.billed().snapshot();
    return provider(question)
        .map(provider -> catalogue.find(priced(question, provider, name)))
        .map(answer -> answer.match(EXPLAINED))
        .orElse("\"" + name + "\" is no model name that is known; give the provider, or prices");
  }

  private Answer answer(Question question, Found found) {
    Optional<PriceOverride> own =
        overrides.find(
            new OverrideQuestion(
                found.price().provider(),
                found.price().model(),
                question.billed().fullName(),
                question.tuned(),
                question.component(),
                question.tier(),
                LocalDate.ofInstant(at, ZoneOffset.UTC)));
    Rate rate = own.map(each -> rate(each, found.price().rate())).orElse(found.price().rate());
    return new Answer(rate.amount(), found, own);
  }

  private static Rate rate(PriceOverride override, Rate list) {
    return override
        .adjustment()
        .match(
            new Adjustment.Cases<Rate>() {
              @Override
              public Rate percentOff(Adjustment.PercentOff discount) {
                return discount.applyTo(list);
              }

              @Override
              public Rate fixed(Adjustment.Fixed fixed) {
                return fixed.rate();
              }
            });
  }

  private Optional<Found> found(Question question) {
    return provider(question)
        .flatMap(
            provider ->
                question.billed().candidates().stream()
                    .map(name -> catalogue.find(priced(question, provider, name)))
                    .flatMap(answer -> answer.findFound().stream())
                    .findFirst());
  }

  private Optional<Provider> provider(Question question) {
    BilledName billed = question.billed();
    return billed.provider().or(() -> catalogue.onlyProviderOf(billed.snapshot()));
  }

  private PriceQuestion priced(Question question, Provider provider, String name) {
    return new PriceQuestion(
        provider,
        name,
        question.tuned(),
        question.component(),
        question.tier(),
        question.variant(),
        question.contextTokens(),
        at);
  }

  private static boolean isByToken(Found found) {
    return found.price().unit() == PriceUnit.PER_1M_TOKENS
        && found.price().currency().getCurrencyCode().equals("USD");
  }

  private static final PriceLookup.Cases<String> EXPLAINED =
      new PriceLookup.Cases<>() {
        @Override
        public String found(Found found) {
          return "";
        }

        @Override
        public String notFound(NotFound none) {
          return none.explanation();
        }
      };
}
