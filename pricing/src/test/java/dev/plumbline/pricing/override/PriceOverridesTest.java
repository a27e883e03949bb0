package dev.plumbline.pricing.override;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.cost.RequestUsage;
import dev.plumbline.pricing.usage.Usage;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceOverridesTest {

  private static final String HEADER =
      "provider,model,fine_tuned,component,tier,discount_percent,amount,unit,currency,valid_from,"
          + "valid_to,reason\n";
  private static final RequestUsage REQUEST =
      RequestUsage.of(
          "gpt-4.1",
          Instant.parse("2025-09-01T00:00:00Z"),
          Usage.inclusive(1_000_000, 0, 0, 1_000_000));

  @Test
  void aDiscountIsTakenOffTheListPriceAndBothAreNamed() {
    CostBreakdown breakdown = priced("openai,,,,,15,,,,2025-01-01,2026-01-01,contract 7\n");

    assertThat(breakdown.total().toPlainString()).isEqualTo("8.5"); // 0.85 x (2 + 8)
    CostLine input = breakdown.lines().get(0);
    assertThat(input.price().amount()).isEqualByComparingTo("2");
    assertThat(input.rate().amount()).isEqualByComparingTo("1.7");
    assertThat(input.override().orElseThrow().name()).isEqualTo("own.csv:2");
    assertThat(input.override().orElseThrow().reason()).isEqualTo("contract 7");
  }

  @Test
  void theNarrowestLineApplies() {
    CostBreakdown breakdown =
        priced(
            """
            openai,,,,,10,,,,,,all
            ,gpt-4.1-2025-04-14,,output,,,5,per_1m_tokens,USD,,,own output price
            ,gpt-4.1-2025-04-14,,,batch,50,,,,,,batch only
            """);

    assertThat(breakdown.total().toPlainString()).isEqualTo("6.8"); // 0.9 x 2 + 5
  }

  @Test
  void ofEquallyNarrowLinesTheOneThatStartedLastApplies() {
    CostBreakdown breakdown =
        priced("openai,,,,,10,,,,2025-01-01,,old\nopenai,,,,,20,,,,2025-06-01,,new\n");

    assertThat(breakdown.total().toPlainString()).isEqualTo("8");
  }

  @Test
  void outsideItsValidityTheListPriceHolds() {
    assertThat(priced("openai,,,,,10,,,,2025-09-02,,later\n").total().toPlainString())
        .isEqualTo("10");
    assertThat(priced("openai,,,,,10,,,,,2025-09-01,over\n").total().toPlainString())
        .isEqualTo("10");
    assertThat(priced("openai,,true,,,10,,,,,,tuned only\n").total().toPlainString())
        .isEqualTo("10");
    assertThat(priced("azure,,,,,10,,,,,,another provider\n").total().toPlainString())
        .isEqualTo("10");
  }

  @Test
  void aPrivatePriceStandsWhereNoListPriceIsKnown() {
    PriceOverrides own =
        PriceOverrides.of(
            read("""
                anthropic,claude-sonnet-4-20250514,,input,,,3,per_1m_tokens,USD,,,offer
                anthropic,claude-sonnet-4-20250514,,output,,,15,per_1m_tokens,USD,,,offer
                """)
                .overrides());
    var request = RequestUsage.of("claude-sonnet-4-20250514", REQUEST.at(), REQUEST.usage());

    CostBreakdown breakdown =
        ((Estimate.Priced) RequestCosts.bundled().with(own).costOf(request)).breakdown();

    assertThat(breakdown.total().toPlainString()).isEqualTo("18");
    assertThat(breakdown.lines().get(0).price().source().name()).isEqualTo("own.csv:2");
  }

  @Test
  void aDiscountOnNothingKnownStaysUnpriced() {
    PriceOverrides own = PriceOverrides.of(read("anthropic,,,,,10,,,,,,offer\n").overrides());
    var request = RequestUsage.of("claude-sonnet-4-20250514", REQUEST.at(), REQUEST.usage());

    assertThat(RequestCosts.bundled().with(own).costOf(request))
        .isInstanceOf(Estimate.Unpriced.class);
  }

  @Test
  void aPriceOfOneFineTuneIsMatchedByItsFullName() {
    PriceOverrides own =
        PriceOverrides.of(read(",ft:gpt-4.1-2025-04-14:acme::a1,,,,50,,,,,,pilot\n").overrides());
    RequestCosts costs = RequestCosts.bundled().with(own);

    assertThat(total(costs, "ft:gpt-4.1-2025-04-14:acme::a1")).isEqualTo("7.5"); // (3 + 12) / 2
    assertThat(total(costs, "ft:gpt-4.1-2025-04-14:acme::b2")).isEqualTo("15");
  }

  @ParameterizedTest
  @CsvSource({
    "'openai,,,,,10,5,per_1m_tokens,USD,,,both', discount_percent",
    "'openai,,,,,,,,,,,neither', discount_percent",
    "'openai,,,,,10,,,,,,', reason",
    "'openai,,,,fast,10,,,,,,x', tier",
    "'openai,,,inputs,,10,,,,,,x', component",
    "'openai,,yes,,,10,,,,,,x', fine_tuned",
    "'openai,,,,,,5,,USD,,,x', unit",
    "'openai,,,,,,5,per_1m_tokens,,,,x', currency",
    "'openai,,,,,10,,,,soon,,x', valid_from",
    "'Open AI,,,,,10,,,,,,x', ''",
    "'openai,,,,,101,,,,,,x', ''",
  })
  void aBadLineIsNamed(String line, String field) {
    OverrideFile file = read(line + "\n");

    assertThat(file.findings().get(0).where().line()).isEqualTo(2);
    assertThat(file.findings().get(0).where().field()).isEqualTo(field);
  }

  @Test
  void noOverridesAreEmpty() {
    assertThat(PriceOverrides.none().isEmpty()).isTrue();
  }

  private static String total(RequestCosts costs, String model) {
    var request = RequestUsage.of(model, REQUEST.at(), REQUEST.usage());
    return ((Estimate.Priced) costs.costOf(request)).breakdown().total().toPlainString();
  }

  private static CostBreakdown priced(String lines) {
    RequestCosts costs = RequestCosts.bundled().with(PriceOverrides.of(read(lines).overrides()));
    return ((Estimate.Priced) costs.costOf(REQUEST)).breakdown();
  }

  private static OverrideFile read(String lines) {
    return new OverrideFileReader().read("own.csv", new StringReader(HEADER + lines));
  }
}
