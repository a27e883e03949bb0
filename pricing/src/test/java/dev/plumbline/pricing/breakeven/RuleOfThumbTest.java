package dev.plumbline.pricing.breakeven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "It pays from about 100,000 requests a month" holds almost nowhere: gpt-4o, 12 months. */
class RuleOfThumbTest {

  @ParameterizedTest
  @CsvSource({
    "72, 0, 1700, 4000",
    "72, 0, 3000, 1263",
    "72, 0, 6000, 490",
    "72, 0, 10000, 270",
    "72, 0.87, 1700, NEVER",
    "72, 0.87, 3000, 3875",
    "72, 0.87, 6000, 1026",
    "72, 0.87, 10000, 527",
    "4560, 0, 1700, 253333",
    "4560, 0, 3000, 80000",
    "4560, 0, 6000, 31020",
    "4560, 0, 10000, 17079",
    "4560, 0.60, 1700, 1507937",
    "4560, 0.60, 3000, 149489",
    "4560, 0.60, 6000, 48507",
    "4560, 0.60, 10000, 25742",
    "4560, 0.87, 1700, NEVER",
    "4560, 0.87, 3000, 245415",
    "4560, 0.87, 6000, 64993",
    "4560, 0.87, 10000, 33356",
    "20000, 0.87, 1700, NEVER",
    "20000, 0.87, 3000, 1076380",
    "20000, 0.87, 6000, 285056",
    "20000, 0.87, 10000, 146296",
  })
  void theVolumeDependsOnPromptCacheAndCost(
      String oneOff, String hitRate, long prompt, String expected) {
    BreakEvenScenario scenario = Scenarios.withTraining(Scenarios.gpt4o(), oneOff);
    var cache = new CacheProfile(CacheMode.BLOCK_128, HitRate.fixed(hitRate));

    BreakEven verdict =
        BreakEvenAnalysis.of(
                scenario.withBase(Scenarios.side("gpt-4o", Scenarios.GPT_4O, prompt, cache)))
            .verdict();

    assertThat(
            verdict
                .requestsPerMonth()
                .map(volume -> volume.setScale(0, RoundingMode.HALF_EVEN))
                .map(BigDecimal::toPlainString)
                .orElse(verdict.code()))
        .isEqualTo(expected);
  }
}
