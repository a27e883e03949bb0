package dev.plumbline.pricing.breakeven.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenAnalysis;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.Scenarios;
import dev.plumbline.pricing.breakeven.explore.Comparison.BaseOption;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExploreTest {

  private static final BigDecimal TTL = BigDecimal.valueOf(300);

  @Test
  void aCurveMarksTheVolumeAtWhichBothSidesCostTheSame() {
    CostCurve curve = CostCurve.of(BreakEvenAnalysis.of(Scenarios.gpt4o()));

    List<CostCurve.Point> marked =
        curve.points().stream().filter(CostCurve.Point::crossing).toList();
    assertThat(marked).hasSize(1);
    assertThat(marked.get(0).requestsPerMonth()).isEqualByComparingTo("4000");
    // 4000 * 12 * 0.00825
    assertThat(marked.get(0).base()).isEqualTo(Money.usd("396"));
    assertThat(marked.get(0).tuned()).isEqualTo(Money.usd("396"));
    assertThat(curve.at(BigDecimal.valueOf(100_000))).isPresent();
  }

  @Test
  void aCurveAscendsAndMarksBothEndsOfAWindow() {
    BreakEvenScenario window = Scenarios.withTraining(Scenarios.cached(HitRate.poisson(TTL)), "9");
    CostCurve curve = CostCurve.of(BreakEvenAnalysis.of(window));

    assertThat(curve.crossings()).hasSize(2);
    assertThat(curve.points())
        .isSortedAccordingTo((a, b) -> a.requestsPerMonth().compareTo(b.requestsPerMonth()));
  }

  @Test
  void aCurveWithoutCrossingStillShowsTheOwnVolume() {
    CostCurve curve = CostCurve.of(BreakEvenAnalysis.of(Scenarios.cached(HitRate.fixed("1"))));

    assertThat(curve.crossings()).isEmpty();
    assertThat(curve.at(BigDecimal.valueOf(100_000))).isPresent();
  }

  @Test
  void aTornadoPutsTheStrongestGuessFirst() {
    Tornado tornado = Tornado.of(Scenarios.gpt4o(), Tornado.USUAL_SPREAD);

    assertThat(tornado.bars().get(0).guess()).isEqualTo(Guess.BASE_PROMPT);
    assertThat(tornado.bars().get(0).changesVerdict()).isFalse();
    assertThat(tornado.bars())
        .extracting(Tornado.Bar::swing)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    // nothing fails, nothing is hosted: these guesses cannot matter
    assertThat(tornado.bars())
        .extracting(Tornado.Bar::guess)
        .doesNotContain(Guess.BASE_FAILURES, Guess.MONTHLY, Guess.BASE_HIT_RATE);
  }

  @Test
  void uncertaintyIsRecomputedFromItsSeed() {
    var question = new Uncertainty.Question(GuessRange.USUAL, 512, 7);
    Uncertainty first = Uncertainty.of(Scenarios.cached(HitRate.fixed("0.6")), question);

    assertThat(Uncertainty.of(Scenarios.cached(HitRate.fixed("0.6")), question)).isEqualTo(first);
    assertThat(first.never()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    Uncertainty.Percentiles volumes = first.volumes().orElseThrow();
    assertThat(volumes.p10()).isLessThan(volumes.p50());
    assertThat(volumes.p50()).isLessThan(volumes.p90());
  }

  @Test
  void withOneGuessThePercentilesFollowFromTheRange() {
    // volume is proportional to the training cost: 4,000 times 1 to 4, log-uniform, median 2
    var question =
        new Uncertainty.Question(List.of(GuessRange.of(Guess.ONE_OFF, "1", "4")), 2000, 1);
    Uncertainty result = Uncertainty.of(Scenarios.gpt4o(), question);

    assertThat(result.never()).isEqualByComparingTo("0");
    assertThat(result.volumes().orElseThrow().p50())
        .isBetween(new BigDecimal("7950"), new BigDecimal("8050"));
    assertThat(result.paysAtOwnVolume()).isEqualByComparingTo("1");
  }

  @Test
  void theComparisonNamesTheCheapestAtEveryVolume() {
    BaseOption cheap =
        new BaseOption(
            Scenarios.side(
                "gpt-6-luna", Scenarios.prices("0.1", "0.01", "0.5"), 1700, CacheProfile.NONE),
            Money.usd("500"));
    Comparison comparison = Comparison.of(Scenarios.gpt4o(), List.of(cheap));

    assertThat(comparison.answers()).hasSize(2);
    assertThat(comparison.cheapest())
        .extracting(Comparison.CheapestRange::name)
        .containsExactly("gpt-4o", "ft:gpt-4o", "gpt-6-luna");
    assertThat(comparison.cheapest().get(0).volumes().to().orElseThrow())
        .isBetween(new BigDecimal("3999.99"), new BigDecimal("4000.01"));
    assertThat(comparison.cheapestAtOwnVolume().name()).isEqualTo("gpt-6-luna");
    assertThat(comparison.answers().get(1).verdict().code()).isEqualTo("PAYS_BELOW");
  }

  @Test
  void everyGuessChangesTheScenarioItIsAbout() {
    for (Guess guess : Guess.values()) {
      assertThat(Guess.findByKey(guess.key())).contains(guess);
      assertThat(guess.words()).isNotBlank();
      assertThat(guess.scaled(Scenarios.gpt4o(), BigDecimal.ONE)).isNotNull();
    }
    assertThat(Guess.findByKey("weather")).isEmpty();
  }
}
