package dev.plumbline.pricing.catalogue;

import static dev.plumbline.pricing.catalogue.PriceRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceCatalogueTest {

  private static final Provider ACME = Provider.of("acme");

  @Test
  void aPriceTakesEffectAtMidnightOfItsDayAndTheLastInstantBeforeUsesTheOldOne() {
    PriceCatalogue prices =
        catalogue(row().costs("2").to("2026-07-01"), row().costs("3").from("2026-07-01"));

    assertThat(amount(prices, input("2026-06-30T23:59:59.999Z"))).isEqualTo("2");
    assertThat(amount(prices, input("2026-07-01T00:00:00Z"))).isEqualTo("3");
  }

  @Test
  void theHourOfChangeIsAParameter() {
    var rows =
        List.of(
            row().costs("2").to("2026-07-01").build(), row().costs("3").from("2026-07-01").build());
    PriceCatalogue prices = PriceCatalogue.of(rows, BillingRules.none(), LocalTime.of(8, 0));

    assertThat(amount(prices, input("2026-07-01T07:59:59Z"))).isEqualTo("2");
    assertThat(amount(prices, input("2026-07-01T08:00:00Z"))).isEqualTo("3");
  }

  @Test
  void whatWeThoughtOnOneDayThatAnotherDayCostIsAnswerable() {
    PriceCatalogue prices =
        catalogue(
            row().costs("9").recorded("2026-02-01T00:00:00Z").superseded("2026-03-01T00:00:00Z"),
            row().costs("1").recorded("2026-03-01T00:00:00Z"));
    PriceQuestion january = input("2026-01-15T00:00:00Z");

    assertThat(amount(prices, january)).isEqualTo("1");
    assertThat(amount(prices.asKnownAt(Instant.parse("2026-02-10T00:00:00Z")), january))
        .isEqualTo("9");
    assertThat(prices.asKnownAt(Instant.parse("2026-01-31T00:00:00Z")).find(january))
        .isInstanceOf(NotFound.class);
    assertThat(prices.rows()).hasSize(2);
  }

  @Test
  void theProvidersDocumentWinsAndTheOtherSourceIsShown() {
    PriceCatalogue prices =
        catalogue(
            row().costs("1").says("copycat", Source.Kind.MIRROR),
            row().costs("2").says("blog", Source.Kind.THIRD_PARTY),
            row().costs("3").says("page", Source.Kind.PROVIDER_PAGE),
            row().costs("4").says("api", Source.Kind.PROVIDER_API));

    Found found = found(prices, input("2026-06-01T00:00:00Z"));

    assertThat(found.price().amount()).isEqualByComparingTo("3");
    assertThat(found.conflicts())
        .extracting(row -> row.amount().toPlainString())
        .containsExactly("4", "1", "2");
  }

  @Test
  void amongEqualSourcesTheSurerAndThenTheNewerRecordWins() {
    PriceCatalogue prices =
        catalogue(
            row().costs("1").says("a", Source.Kind.MIRROR).certainty(PriceCertainty.LOW),
            row().costs("2").says("b", Source.Kind.MIRROR),
            row().costs("3").says("c", Source.Kind.MIRROR).recorded("2026-02-01T00:00:00Z"));

    assertThat(amount(prices, input("2026-06-01T00:00:00Z"))).isEqualTo("3");
  }

  @Test
  void aSourceThatAgreesIsNoConflict() {
    PriceCatalogue prices =
        catalogue(row().costs("1.50"), row().costs("1.5").says("blog", Source.Kind.THIRD_PARTY));

    assertThat(found(prices, input("2026-06-01T00:00:00Z")).conflicts()).isEmpty();
  }

  @Test
  void anUnknownStartIsAssumedUntilTheDayItWasSeenAndNotBeforeTheModelWasSold() {
    PriceCatalogue prices =
        catalogue(row().from("2026-03-01"), row().of(Component.OUTPUT).costs("7").fromUnknown());

    assertThat(find(prices, output("2026-02-28T00:00:00Z"))).isInstanceOf(NotFound.class);
    assertThat(found(prices, output("2026-03-01T00:00:00Z")).assumptions())
        .hasSize(1)
        .first()
        .asString()
        .contains("unknown")
        .contains("2026-06-01");
    assertThat(found(prices, output("2026-06-01T00:00:00Z")).assumptions()).isEmpty();
  }

  @Test
  void anUnknownStartOfAnUndatedSourceIsAlwaysAnAssumption() {
    PriceCatalogue prices = catalogue(row().fromUnknown().undated());

    assertThat(found(prices, input("2020-01-01T00:00:00Z")).assumptions()).hasSize(1);
    assertThat(found(prices, input("2026-10-01T00:00:00Z")).assumptions()).hasSize(1);
  }

  @Test
  void theNamedVariantGoesBeforeTheRowForAllVariants() {
    PriceCatalogue prices =
        catalogue(
            row().costs("5"),
            row().costs("4").variant("data zone").says("blog", Source.Kind.THIRD_PARTY));
    PriceQuestion question = input("2026-06-01T00:00:00Z");

    Found found = found(prices, question.forVariant("data zone"));
    assertThat(found.price().amount()).isEqualByComparingTo("4");
    assertThat(found.conflicts()).hasSize(1);
    assertThat(amount(prices, question)).isEqualTo("5");
    assertThat(amount(prices, question.forVariant("elsewhere"))).isEqualTo("5");
  }

  @Test
  void rowsForEveryModelAnswerWhereTheModelHasNone() {
    PriceCatalogue prices = catalogue(row(), row().model("*").of(Component.STORAGE).costs("2"));

    assertThat(
            amount(
                prices,
                PriceQuestion.of(ACME, "m", Component.STORAGE, input("2026-06-01T00:00:00Z").at())))
        .isEqualTo("2");
  }

  @Test
  void twoRowsOfOneSourceMayNotOverlap() {
    assertThatThrownBy(() -> catalogue(row().costs("1"), row().costs("2").from("2026-05-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlap")
        .hasMessageContaining("2026-05-01");
  }

  @Test
  void aPriceHasALimitedNumberOfRows() {
    PriceRowFixture[] rows =
        IntStream.range(0, 2_001)
            .mapToObj(i -> row().says("source " + i, Source.Kind.MIRROR))
            .toArray(PriceRowFixture[]::new);

    assertThatThrownBy(() -> catalogue(rows)).hasMessageContaining("more than 2000 prices");
  }

  @Test
  void theVersionFollowsTheContentAndNotTheOrder() {
    ListPrice one = row().build();
    ListPrice two = row().of(Component.OUTPUT).build();

    assertThat(PriceCatalogue.of(List.of(one, two)).version())
        .isEqualTo(PriceCatalogue.of(List.of(two, one)).version());
    assertThat(PriceCatalogue.of(List.of(one)).version())
        .isNotEqualTo(PriceCatalogue.of(List.of(two)).version());
    assertThat(PriceCatalogue.of(List.of()).version()).isEqualTo("empty");
  }

  @Test
  void theSameClaimHasTheSameIdWheneverItIsRecorded() {
    ListPrice row = row().build();

    assertThat(row.id()).isEqualTo(row().recorded("2026-09-01T00:00:00Z").build().id());
    assertThat(row.id()).isNotEqualTo(row().costs("2").build().id());
    assertThat(row.supersededAt(Instant.parse("2026-09-01T00:00:00Z")).id()).isEqualTo(row.id());
  }

  @Test
  void theChosenGpt4oTuneBatchPriceShowsTheOtherCatalogue() {
    PriceQuestion question =
        PriceQuestion.of(
                Provider.OPENAI,
                "gpt-4o-2024-08-06",
                Component.INPUT,
                Instant.parse("2026-10-01T00:00:00Z"))
            .ofFineTune(true)
            .inTier(ServiceTier.BATCH);

    Found found = found(PriceCatalogue.bundled(), question);

    assertThat(found.price().amount()).isEqualByComparingTo("2.225");
    assertThat(found.conflicts())
        .singleElement()
        .extracting(row -> row.amount().toPlainString())
        .isEqualTo("1.875");
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

  private static PriceLookup find(PriceCatalogue prices, PriceQuestion question) {
    return prices.find(question);
  }

  private static Found found(PriceCatalogue prices, PriceQuestion question) {
    return prices.find(question).findFound().orElseThrow();
  }

  private static String amount(PriceCatalogue prices, PriceQuestion question) {
    return found(prices, question).price().amount().toPlainString();
  }
}
