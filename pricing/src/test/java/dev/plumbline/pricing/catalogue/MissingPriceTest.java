package dev.plumbline.pricing.catalogue;

import static dev.plumbline.pricing.catalogue.PriceRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a price ends: by context, time, component, tier, variant and model. */
class MissingPriceTest {

  private static final Provider ACME = Provider.of("acme");

  @Test
  void theLongContextPriceHoldsStrictlyAboveItsThreshold() {
    PriceCatalogue prices =
        catalogue(row().costs("1"), row().costs("2").above(100), row().costs("5").above(500));
    PriceQuestion question = input("2026-06-01T00:00:00Z");

    assertThat(amount(prices, question.withContext(100))).isEqualTo("1");
    assertThat(amount(prices, question.withContext(101))).isEqualTo("2");
    assertThat(amount(prices, question.withContext(500))).isEqualTo("2");
    assertThat(amount(prices, question.withContext(501))).isEqualTo("5");
  }

  @Test
  void aComponentWithoutALongContextPriceIsUnpricedAboveTheThreshold() {
    PriceCatalogue prices =
        catalogue(row(), row().costs("2").above(100), row().of(Component.OUTPUT).costs("7"));

    assertThat(missing(prices, output("2026-06-01T00:00:00Z").withContext(101)).reason())
        .isEqualTo(UnpricedReason.LONG_CONTEXT_MISSING);
    assertThat(amount(prices, output("2026-06-01T00:00:00Z").withContext(100))).isEqualTo("7");
  }

  @Test
  void eachReasonForAMissingPriceIsNamed() {
    PriceCatalogue prices =
        catalogue(
            row().to("2026-05-01").remark("PROMOTION"),
            row().of(Component.TRAINING).variant("global"));
    PriceQuestion june = input("2026-06-01T00:00:00Z");

    assertThat(missing(prices, june).reason()).isEqualTo(UnpricedReason.NO_LONGER_PRICED);
    assertThat(missing(prices, june).explanation())
        .isEqualTo(
            "acme m has no known input price on 2026-06-01; the last one ended on 2026-05-01 (PROMOTION)");
    assertThat(missing(prices, input("2025-06-01T00:00:00Z")).reason())
        .isEqualTo(UnpricedReason.NOT_YET_PRICED);
    assertThat(missing(prices, output("2026-02-01T00:00:00Z")).reason())
        .isEqualTo(UnpricedReason.COMPONENT_MISSING);
    assertThat(missing(prices, june.inTier(ServiceTier.FLEX)).reason())
        .isEqualTo(UnpricedReason.TIER_MISSING);
    assertThat(
            missing(prices, PriceQuestion.of(ACME, "m", Component.TRAINING, june.at()))
                .explanation())
        .endsWith("name one of: global");
    assertThat(missing(prices, june.ofFineTune(true)).explanation())
        .contains("the base's price is not taken");
    assertThat(
            missing(prices, PriceQuestion.of(ACME, "other", Component.INPUT, june.at())).reason())
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  private static PriceCatalogue catalogue(PriceRowFixture... rows) {
    return PriceCatalogue.of(List.of(rows).stream().map(PriceRowFixture::build).toList());
  }

  private static PriceQuestion input(String at) {
    return PriceQuestion.of(ACME, "m", Component.INPUT, Instant.parse(at));
  }

  private static PriceQuestion output(String at) {
    return PriceQuestion.of(ACME, "m", Component.OUTPUT, Instant.parse(at));
  }

  private static Found found(PriceCatalogue prices, PriceQuestion question) {
    return prices.find(question).findFound().orElseThrow();
  }

  private static NotFound missing(PriceCatalogue prices, PriceQuestion question) {
    return (NotFound) prices.find(question);
  }

  private static String amount(PriceCatalogue prices, PriceQuestion question) {
    return found(prices, question).price().amount().toPlainString();
  }
}
