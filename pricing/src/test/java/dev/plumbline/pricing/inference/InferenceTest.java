package dev.plumbline.pricing.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferenceTest {

  private static final TokenPrices PRICES =
      new TokenPrices(number("2.5"), number("1.25"), number("3"), number("10"));

  @ParameterizedTest
  @CsvSource({
    "300, 1000, 0.109", "300, 5000, 0.439", "300, 8640, 0.632", "300, 20000, 0.901",
    "300, 40000, 0.990", "1800, 1000, 0.501", "1800, 5000, 0.969", "1800, 8640, 0.998",
  })
  void arrivalsKeepASlidingCacheWarm(BigDecimal ttl, BigDecimal volume, BigDecimal expected) {
    assertThat(HitRate.poisson(ttl).at(volume)).isCloseTo(expected, within(number("0.0005")));
  }

  @Test
  void aLifetimeCountedFromTheWriteHitsLess() {
    // 8,640 a month is one request in 300 seconds: 1 / (1 + 1)
    assertThat(HitRate.poissonFromWrite(number("300")).at(number("8640")))
        .isEqualByComparingTo("0.5");
  }

  @Test
  void requestsSpreadOverMachinesWarmEachCacheLess() {
    var two = new HitRate.PoissonSliding(new HitRate.Lifetime(number("300"), 2));

    assertThat(two.at(number("17280")))
        .isEqualByComparingTo(HitRate.poisson(number("300")).at(number("8640")));
    assertThatThrownBy(() -> new HitRate.Lifetime(number("300"), 0))
        .hasMessage("cache machines count from 1: 0");
  }

  @Test
  void measuredGapsNeedNoDistribution() {
    List<BigDecimal> gaps = List.of(number("1"), number("300"), number("301"), number("9000"));

    assertThat(HitRate.measured(gaps, number("300"))).isEqualTo(HitRate.fixed("0.5"));
    assertThatThrownBy(() -> HitRate.measured(List.of(), number("300")))
        .hasMessageContaining("no gaps measured");
  }

  @ParameterizedTest
  @CsvSource({
    "none, 6000, 0",
    "block128, 1023, 0",
    "block128, 1024, 1024",
    "block128, 2006, 1920",
    "exact, 1023, 0",
    "exact, 2006, 2006",
  })
  void aCacheServesWholeBlocksAboveTheMinimum(String mode, BigDecimal prefix, BigDecimal served) {
    assertThat(CacheMode.of(mode).servedTokens(prefix)).isEqualByComparingTo(served);
  }

  @Test
  void anUnknownCacheModeNamesTheKnownOnes() {
    assertThatThrownBy(() -> CacheMode.of("warm"))
        .hasMessage("not a cache mode: \"warm\"; use none, block128 or exact");
  }

  @Test
  void aMissBillsTheServedPartAtTheWritePrice() {
    Side side = side(new CacheProfile(CacheMode.EXACT, HitRate.COLD), "100");

    // (2000+100-2000-100)*2.5 + 2000*3 + 100*3 + 10*10 = 6400 per million
    assertThat(AttemptCost.of(side).at(BigDecimal.ZERO)).isEqualByComparingTo("0.0064");
    // 2000*1.25 + 100*3 + 10*10 = 2900
    assertThat(AttemptCost.of(side).at(BigDecimal.ONE)).isEqualByComparingTo("0.0029");
  }

  @Test
  void moreCannotBeWrittenThanAHitLeaves() {
    assertThatThrownBy(() -> side(new CacheProfile(CacheMode.EXACT, HitRate.COLD), "101"))
        .hasMessageContaining("(101) exceed the input that a hit does not serve (100)");
  }

  @Test
  void limitedRetriesEndInALoss() {
    Retries twice = Retries.of(2, Money.usd("8"));

    assertThat(twice.attempts(number("0.5"))).isEqualByComparingTo("1.75"); // 1 + 1/2 + 1/4
    assertThat(twice.expectedLoss(number("0.5"))).isEqualByComparingTo("1"); // 8 / 8
  }

  @Test
  void unlimitedRetriesLoseNothingUnlessNothingEverSucceeds() {
    assertThat(Retries.UNLIMITED.attempts(number("0.5"))).isEqualByComparingTo("2");
    assertThat(Retries.of(-1, Money.usd("8")).expectedLoss(number("0.5"))).isZero();
    assertThatThrownBy(() -> Retries.UNLIMITED.attempts(BigDecimal.ONE))
        .hasMessageContaining("never ends");
  }

  @Test
  void impossibleInputsAreRefused() {
    assertThatThrownBy(() -> Retries.of(-2, Money.usd("0"))).hasMessageContaining("retries are 0");
    assertThatThrownBy(() -> Retries.of(1, Money.usd("-1"))).hasMessageContaining("a loss");
    assertThatThrownBy(() -> HitRate.fixed("1.5")).hasMessageContaining("write 87 % as 0.87");
    assertThatThrownBy(() -> TrafficProfile.of(-1, 0, 0))
        .hasMessage("static prompt tokens cannot be negative: -1; give 0 or more");
  }

  @Test
  void aModelWithoutCachePricesBillsEverythingAsInput() {
    TokenPrices prices = TokenPrices.uncached(number("2"), number("8"));

    assertThat(prices.cacheRead()).isEqualTo(prices.input());
    assertThat(prices.cacheWrite()).isEqualTo(prices.input());
  }

  @Test
  void onlyACacheThatServesTokensDependsOnTheVolume() {
    HitRate arrivals = HitRate.poisson(number("300"));

    assertThat(side(new CacheProfile(CacheMode.BLOCK_128, arrivals), "0").dependsOnVolume())
        .isTrue();
    assertThat(side(new CacheProfile(CacheMode.NONE, arrivals), "0").dependsOnVolume()).isFalse();
    assertThat(side(CacheProfile.NONE, "0").dependsOnVolume()).isFalse();
  }

  private static Side side(CacheProfile cache, String written) {
    return new Side(
        "side",
        PRICES,
        BigDecimal.ONE,
        new TrafficProfile(number("2000"), number("100"), number("10"), number(written)),
        cache,
        BigDecimal.ZERO);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
