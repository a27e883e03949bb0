package dev.plumbline.pricing.cost;

import static dev.plumbline.pricing.catalogue.PriceRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceRowFixture;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.catalogue.UnpricedReason;
import dev.plumbline.pricing.usage.Usage;
import dev.plumbline.pricing.usage.UsagePart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestCostsTest {

  private static final RequestCosts COSTS = RequestCosts.bundled();
  private static final Usage MILLION_EACH = Usage.inclusive(1_000_000, 0, 0, 1_000_000);
  private static final Instant IN_2025 = Instant.parse("2025-09-01T00:00:00Z");

  @Test
  void azureBillsTokensOfAFineTuneAtItsBasePrice() {
    String tuned = "o4-mini-2025-04-16.ft-b044a9d3cf9c4228b5d393567f693b83";

    assertThat(total(RequestUsage.of(tuned, IN_2025, MILLION_EACH))).isEqualTo("5.5"); // 1.1 + 4.4
  }

  @Test
  void azureNeverBorrowsOpenAisFineTunedPrice() {
    String tuned = "gpt-4.1-mini-2025-04-14.ft-b044a9d3cf9c4228b5d393567f693b83";

    assertThat(unpriced(RequestUsage.of(tuned, IN_2025, MILLION_EACH)).reason())
        .isEqualTo(UnpricedReason.COMPONENT_MISSING);
    assertThat(total(RequestUsage.of(tuned, IN_2025, MILLION_EACH).billedBy(Provider.OPENAI)))
        .isEqualTo("4"); // 0.8 + 3.2, when OpenAI is said to bill it
  }

  @Test
  void azureWithoutADeploymentTypeMeansGlobalAndSaysSo() {
    var request =
        RequestUsage.of("o3-2025-04-16", Instant.parse("2026-10-06T00:00:00Z"), MILLION_EACH)
            .billedBy(Provider.AZURE);

    CostBreakdown breakdown = Answers.priced(COSTS.costOf(request));

    assertThat(breakdown.total().toPlainString()).isEqualTo("10"); // 2 + 8
    assertThat(breakdown.assumptions()).anyMatch(text -> text.contains("global is assumed"));
  }

  @Test
  void aTierTakesItsPublishedRowAndIsNeverHalved() {
    var request = RequestUsage.of("ft:gpt-4o-2024-08-06:acme::a1", IN_2025, MILLION_EACH);

    // half of 3.75 + 15 would be 9.375
    assertThat(total(request.inTier(ServiceTier.BATCH))).isEqualTo("14.725");
    assertThat(
            total(
                RequestUsage.of("o4-mini-2025-04-16", IN_2025, MILLION_EACH)
                    .inTier(ServiceTier.FLEX)))
        .isEqualTo("2.75");
    assertThat(
            total(RequestUsage.of("gpt-4.1", IN_2025, MILLION_EACH).inTier(ServiceTier.PRIORITY)))
        .isEqualTo("17.5");
    assertThat(unpriced(request.inTier(ServiceTier.PRIORITY)).reason())
        .isEqualTo(UnpricedReason.TIER_MISSING);
  }

  @Test
  void cachedTokensWithoutACachedPriceBillAtTheInputPriceOfTheirTier() {
    Usage usage = Usage.inclusive(1_000_000, 400_000, 0, 0);
    var request = RequestUsage.of("gpt-4o-2024-08-06", IN_2025, usage).inTier(ServiceTier.BATCH);

    CostBreakdown breakdown = Answers.priced(COSTS.costOf(request));

    assertThat(breakdown.total().toPlainString()).isEqualTo("1.25");
    assertThat(breakdown.lines())
        .extracting(CostLine::component)
        .containsExactly(Component.INPUT, Component.CACHED_INPUT);
    assertThat(breakdown.assumptions()).anyMatch(text -> text.contains("bills at the input price"));
  }

  @Test
  void cacheWritesCostInputWhereTheProviderChargesNothingExtra() {
    Usage usage = Usage.inclusive(1_000_000, 0, 1_000_000, 0);

    assertThat(total(RequestUsage.of("gpt-4.1", IN_2025, usage))).isEqualTo("2");
    assertThat(
            total(
                RequestUsage.of(
                    "gpt-5.6-luna",
                    Instant.parse("2026-08-02T00:00:00Z"),
                    Usage.inclusive(100_000, 0, 100_000, 0))))
        .isEqualTo("0.025");
    assertThat(
            unpriced(
                    RequestUsage.of("gpt-5.6-luna", Instant.parse("2026-08-02T00:00:00Z"), usage)
                        .inTier(ServiceTier.BATCH))
                .reason())
        .isEqualTo(UnpricedReason.TIER_MISSING);
  }

  @Test
  void longContextMovesAllTokensToTheHigherRates() {
    Instant at = Instant.parse("2026-08-02T00:00:00Z");

    assertThat(total(RequestUsage.of("gpt-5.6-luna", at, Usage.inclusive(272_000, 0, 0, 1_000))))
        .isEqualTo("0.0556"); // 0.272 x 0.2 + 0.001 x 1.2
    assertThat(
            total(RequestUsage.of("gpt-5.6-luna", at, Usage.inclusive(272_001, 272_001, 0, 1_000))))
        .isEqualTo("0.01268004"); // 0.272001 x 0.04 + 0.001 x 1.8
  }

  @Test
  void aLongContextPriceThatIsMissingLeavesTheRequestUnpriced() {
    Instant at = Instant.parse("2026-08-02T00:00:00Z");
    var batch =
        RequestUsage.of("gpt-5.6-luna", at, Usage.inclusive(300_000, 0, 0, 10))
            .inTier(ServiceTier.BATCH);

    assertThat(unpriced(batch).reason()).isEqualTo(UnpricedReason.LONG_CONTEXT_MISSING);
  }

  @Test
  void anotherSellerIsNamedAndNeverTaken() {
    var request =
        RequestUsage.of("gemini-2.5-pro", Instant.parse("2026-08-01T00:00:00Z"), MILLION_EACH);

    assertThat(unpriced(request).explanation())
        .endsWith("name the provider if it is google-vertex");
    assertThat(total(request.billedBy(Provider.GOOGLE_VERTEX))).isEqualTo("11.25");
    assertThat(unpriced(request.billedBy(Provider.COHERE)).reason())
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void aRequestWithoutTokensCostsNothingOnlyIfItsModelHasAPrice() {
    Usage nothing = Usage.inclusive(0, 0, 0, 0);

    assertThat(total(RequestUsage.of("gpt-4.1", IN_2025, nothing))).isEqualTo("0");
    assertThat(unpriced(RequestUsage.of("claude-sonnet-4-20250514", IN_2025, nothing)).reason())
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void aPartWithAPriceOfItsOwnLeavesItsCategory() {
    RequestCosts costs =
        costs(
            row(Component.INPUT, "5"),
            row(Component.OUTPUT, "10"),
            row(Component.IMAGE_OUTPUT, "32"));
    Usage usage =
        Usage.inclusive(1_000_000, 0, 0, 1_000_000)
            .withPart(UsagePart.IMAGE_OUTPUT, 500_000)
            .withPart(UsagePart.REASONING_OUTPUT, 100_000);

    CostBreakdown breakdown = Answers.priced(costs.costOf(RequestUsage.of("m", IN_2026, usage)));

    assertThat(breakdown.total().toPlainString()).isEqualTo("26"); // 5 + 0.5 x 10 + 0.5 x 32
    assertThat(breakdown.lines()).hasSize(3);
  }

  @Test
  void pricesInSeveralCurrenciesAreNotAdded() {
    RequestCosts costs = costs(row(Component.INPUT, "5"), row(Component.OUTPUT, "10").in("EUR"));

    assertThat(Answers.unpriced(costs.costOf(RequestUsage.of("m", IN_2026, MILLION_EACH))).reason())
        .isEqualTo(UnpricedReason.SEVERAL_CURRENCIES);
  }

  @Test
  void namesAreForgottenWithoutHarmWhenThereAreTooMany() {
    for (int i = 0; i < 10_050; i++) {
      COSTS.costOf(RequestUsage.of("ft:gpt-4.1-2025-04-14:acme::t" + i, IN_2025, MILLION_EACH));
    }
    assertThat(total(RequestUsage.of("ft:gpt-4.1-2025-04-14:acme::t0", IN_2025, MILLION_EACH)))
        .isEqualTo("15");
  }

  private static final Instant IN_2026 = Instant.parse("2026-06-01T00:00:00Z");

  private static RequestCosts costs(PriceRowFixture... rows) {
    PriceCatalogue prices =
        PriceCatalogue.of(List.of(rows).stream().map(PriceRowFixture::build).toList());
    return new RequestCosts(prices, ModelNames.bundled(), Aliases.bundled());
  }

  private static String total(RequestUsage request) {
    return Answers.priced(COSTS.costOf(request)).total().toPlainString();
  }

  private static Estimate.Unpriced unpriced(RequestUsage request) {
    return Answers.unpriced(COSTS.costOf(request));
  }
}
