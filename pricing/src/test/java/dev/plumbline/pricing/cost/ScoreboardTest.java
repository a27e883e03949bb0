package dev.plumbline.pricing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.usage.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 19 models that no other catalogue prices completely: 1M input, 400,000 cached, 1M output. */
class ScoreboardTest {

  private static final Instant ALL_ON_SALE = Instant.parse("2025-09-01T00:00:00Z");
  private static final Usage USAGE = Usage.inclusive(1_000_000, 400_000, 0, 1_000_000);
  private static final RequestCosts COSTS = RequestCosts.bundled();

  @ParameterizedTest
  @CsvSource({
    // 0.6 input + 0.4 cached + output; without a cached price 1.0 input + output
    "gpt-4o-2024-05-13, 20", // 5 + 15
    "gpt-4o-2024-08-06, 12", // 0.6 x 2.5 + 0.4 x 1.25 + 10
    "gpt-4o-mini-2024-07-18, 0.72", // 0.6 x 0.15 + 0.4 x 0.075 + 0.6
    "gpt-4.1-2025-04-14, 9.4", // 0.6 x 2 + 0.4 x 0.5 + 8
    "gpt-4.1-mini-2025-04-14, 1.88", // 0.6 x 0.4 + 0.4 x 0.1 + 1.6
    "gpt-4.1-nano-2025-04-14, 0.47", // 0.6 x 0.1 + 0.4 x 0.025 + 0.4
    "o4-mini-2025-04-16, 5.17", // 0.6 x 1.1 + 0.4 x 0.275 + 4.4
    "gpt-3.5-turbo-0125, 2", // 0.5 + 1.5
    "davinci-002, 4", // 2 + 2
    "babbage-002, 0.8", // 0.4 + 0.4
  })
  void theTenBasesAreExact(String model, BigDecimal expected) {
    assertThat(cost(model)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-2024-08-06, 18", // 0.6 x 3.75 + 0.4 x 1.875 + 15
    "gpt-4o-mini-2024-07-18, 1.44", // 0.6 x 0.3 + 0.4 x 0.15 + 1.2
    "gpt-4.1-2025-04-14, 14.1", // 0.6 x 3 + 0.4 x 0.75 + 12
    "gpt-4.1-mini-2025-04-14, 3.76", // 0.6 x 0.8 + 0.4 x 0.2 + 3.2
    "gpt-4.1-nano-2025-04-14, 0.94", // 0.6 x 0.2 + 0.4 x 0.05 + 0.8
    "o4-mini-2025-04-16, 18.8", // 0.6 x 4 + 0.4 x 1 + 16
    "gpt-3.5-turbo-0125, 9", // 3 + 6, the family's row
    "davinci-002, 24", // 12 + 12
    "babbage-002, 3.2", // 1.6 + 1.6
  })
  void theNineFineTunesAreExactInEverySpelling(String base, BigDecimal expected) {
    assertThat(cost("ft:" + base + ":acme::a1")).isEqualByComparingTo(expected);
    assertThat(cost("ft:" + base + ":acme:my-suffix_2.0:a1")).isEqualByComparingTo(expected);
    assertThat(cost("ft:" + base + ":acme::a1:ckpt-step-90")).isEqualByComparingTo(expected);
    assertThat(cost("openai/ft:" + base + ":acme::a1")).isEqualByComparingTo(expected);
  }

  @Test
  void aFineTuneNamesItsOwnRowsAndNeverTheBases() {
    assertThat(breakdown("ft:gpt-4.1-2025-04-14:acme::a1").lines())
        .hasSize(3)
        .allMatch(line -> line.price().fineTuned());
  }

  @Test
  void everyAmountNamesItsRowsAndTheCatalogue() {
    CostBreakdown breakdown = breakdown("gpt-4o-2024-08-06");

    assertThat(breakdown.priceRows())
        .hasSize(3)
        .isEqualTo(breakdown.lines().stream().map(CostLine::price).map(ListPrice::id).toList());
    assertThat(breakdown.catalogueVersion()).isEqualTo(COSTS.catalogue().version());
    assertThat(
            breakdown.lines().stream()
                .map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(breakdown.total().amount());
  }

  private static CostBreakdown breakdown(String model) {
    return Answers.priced(COSTS.costOf(RequestUsage.of(model, ALL_ON_SALE, USAGE)));
  }

  private static BigDecimal cost(String model) {
    return breakdown(model).total().amount();
  }
}
