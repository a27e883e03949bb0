package dev.plumbline.pricing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.usage.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CostLawsTest {

  private static final RequestCosts COSTS = RequestCosts.bundled();
  private static final Instant AT = Instant.parse("2026-09-10T00:00:00Z");

  @Provide
  static Arbitrary<String> models() {
    return Arbitraries.of(
        "gpt-4o",
        "gpt-4.1-mini",
        "o3-2025-04-16",
        "gpt-5.6-luna",
        "ft:gpt-4o-2024-08-06:acme::a1",
        "ft:gpt-4.1-nano-2025-04-14:acme:x:a1");
  }

  @Property
  void belowTheLongContextThresholdCostsAddUp(
      @ForAll("models") String model,
      @ForAll @LongRange(min = 0, max = 100_000) long uncached,
      @ForAll @LongRange(min = 0, max = 30_000) long cached,
      @ForAll @LongRange(min = 0, max = 100_000) long output) {
    Money together = cost(model, Usage.exclusive(uncached, cached, 0, output));

    Money apart =
        cost(model, Usage.exclusive(uncached, 0, 0, 0))
            .plus(cost(model, Usage.exclusive(0, cached, 0, 0)))
            .plus(cost(model, Usage.exclusive(0, 0, 0, output)));
    assertThat(together).isEqualTo(apart);
  }

  @Property
  void theTotalIsTheSumOfItsLinesAndEachLineIsQuantityTimesRate(
      @ForAll("models") String model,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long uncached,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long cached,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long output) {
    CostBreakdown breakdown = breakdown(model, Usage.exclusive(uncached, cached, 0, output));

    BigDecimal sum = BigDecimal.ZERO;
    for (CostLine line : breakdown.lines()) {
      BigDecimal million = new BigDecimal("0.000001");
      assertThat(line.amount().amount())
          .isEqualByComparingTo(line.quantity().multiply(line.rate().amount()).multiply(million));
      sum = sum.add(line.amount().amount());
    }
    assertThat(breakdown.total().amount()).isEqualByComparingTo(sum);
  }

  @Property
  void moreTokensNeverCostLess(
      @ForAll("models") String model,
      @ForAll @LongRange(min = 0, max = 400_000) long fewer,
      @ForAll @LongRange(min = 0, max = 400_000) long more) {
    Money cost = cost(model, Usage.exclusive(fewer, 0, 0, 100));

    assertThat(cost(model, Usage.exclusive(fewer + more, 0, 0, 100))).isGreaterThanOrEqualTo(cost);
  }

  private static Money cost(String model, Usage usage) {
    return breakdown(model, usage).total();
  }

  private static CostBreakdown breakdown(String model, Usage usage) {
    return Answers.priced(COSTS.costOf(RequestUsage.of(model, AT, usage)));
  }
}
