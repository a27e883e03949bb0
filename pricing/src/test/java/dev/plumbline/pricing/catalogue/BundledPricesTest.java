package dev.plumbline.pricing.catalogue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Provider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundledPricesTest {

  private static final List<ListPrice> ROWS = PriceCatalogue.bundled().rows();

  @Test
  void everyRowOfThePublishedListIsCarriedOver() {
    assertThat(ROWS).hasSize(481);
    assertThat(byProvider())
        .containsEntry(Provider.OPENAI, 331L)
        .containsEntry(Provider.AZURE, 47L)
        .containsEntry(Provider.BEDROCK, 39L)
        .containsEntry(Provider.GOOGLE_VERTEX, 28L)
        .containsEntry(Provider.of("prime-intellect"), 12L)
        .containsEntry(Provider.TOGETHER, 11L)
        .containsEntry(Provider.FIREWORKS, 10L)
        .containsEntry(Provider.MISTRAL, 2L)
        .containsEntry(Provider.of("ori"), 1L);
  }

  private static Map<Provider, Long> byProvider() {
    return ROWS.stream().collect(groupingBy(ListPrice::provider, counting()));
  }

  @Test
  void fineTunesAndBasesAreCarriedOverSeparately() {
    assertThat(ROWS.stream().filter(ListPrice::fineTuned)).hasSize(185);
  }

  @Test
  void tiersAreTakenOutOfTheComponents() {
    Map<ServiceTier, Long> tiers = ROWS.stream().collect(groupingBy(ListPrice::tier, counting()));

    // 41 + 40 + 10 batch rows and the two conflicting ones; 12 + 11 + 10 priority; 2 + 2 + 2 flex
    assertThat(tiers)
        .containsEntry(ServiceTier.BATCH, 93L)
        .containsEntry(ServiceTier.PRIORITY, 33L)
        .containsEntry(ServiceTier.FLEX, 6L);
  }

  @Test
  void longContextRowsCarryTheirThreshold() {
    // 7 input, 7 output, 5 cached input, 5 cache write
    assertThat(ROWS.stream().filter(row -> row.contextAbove().isPresent()))
        .hasSize(24)
        .allMatch(row -> row.contextAbove().getAsLong() == 272_000);
  }

  @Test
  void everyRowHasASourceThatTheSourcesFileNames() {
    assertThat(ROWS).allMatch(row -> !row.source().name().isBlank());
    assertThat(ROWS.stream().map(row -> row.source().name()).distinct()).hasSize(31);
  }

  @Test
  void everyRowHasAnIdOfItsOwn() {
    assertThat(ROWS.stream().map(ListPrice::id).distinct()).hasSize(481);
  }

  @Test
  void noSourceClaimsTwoPricesForTheSameThingAndTime() {
    assertThat(PriceCatalogue.of(ROWS).believed()).hasSize(481); // it refuses overlaps
  }

  @Test
  void everyAmountIsAboveZeroUnlessTheSourceSaysFree() {
    assertThat(ROWS.stream().filter(row -> row.amount().signum() == 0))
        .hasSize(2)
        .allMatch(
            row ->
                List.of(Component.HOSTING, Component.TRAINING_MINIMUM).contains(row.component()));
  }

  @Test
  void noTokenPriceIsAUnitError() {
    // above 1,000 USD per 1M tokens no real price was ever seen
    assertThat(ROWS.stream().filter(row -> row.unit() == PriceUnit.PER_1M_TOKENS))
        .hasSize(441)
        .allMatch(row -> row.amount().compareTo(BigDecimal.valueOf(1_000)) < 0);
  }

  @Test
  void theVersionNamesTheNewestRecordAndTheContent() {
    assertThat(PriceCatalogue.bundled().version()).matches("2026-11-20-[0-9a-f]{12}");
  }
}
