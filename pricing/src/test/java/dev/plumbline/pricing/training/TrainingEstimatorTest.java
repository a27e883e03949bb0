package dev.plumbline.pricing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.cost.CostBreakdown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingEstimatorTest {

  private static final TrainingEstimator ESTIMATOR = TrainingEstimator.bundled();
  private static final Instant LATE_2026 = at("2026-11-20");

  @Test
  void theToolCallingJobTrainsWhatItsProviderCounted() {
    // parts of billing_anchors.json: contents, roles, 3 per message, names, arguments, tools
    long perEpoch = 7_198 + 309 + 3 * 309 + 338 + 749 + 380L * 103;
    TrainingPlan plan = plan(Provider.OPENAI, "gpt-3.5-turbo-0125", 103, perEpoch, "2024-06-01");
    assertThat(plan.trainedTokens()).isEqualTo(TokenCount.exact(145_983));
    // 145,983 * 8 / 10^6
    assertThat(total(plan)).isEqualTo(Money.usd("1.167864"));
  }

  @Test
  void theAzureInvoiceIsMetWithinTwoInAThousand() {
    // 494 system + 85 image + 6 label + 3 messages of 4, 4,800 rows, 2 epochs, 27.5 per million
    long trained = (494 + 85 + 6 + 3 * 4) * 4_800L * 2;
    BigDecimal cost = new BigDecimal("27.5").multiply(BigDecimal.valueOf(trained)).movePointLeft(6);
    assertThat(cost).isEqualByComparingTo("157.608");
    BigDecimal billed = new BigDecimal("157.44");
    assertThat(cost.subtract(billed).abs())
        .isLessThanOrEqualTo(billed.multiply(new BigDecimal("0.002")));
    TrainingPlan plan =
        new TrainingPlan(
            Provider.AZURE,
            "gpt-4o-2024-08-06",
            TrainingMethod.SFT,
            new TrainingRows(4_800, TokenCount.exact(597L * 4_800), TokenCount.exact(1_000)),
            EpochRule.explicit(2),
            1,
            LATE_2026,
            TrainingTerms.NONE.inVariant("regional"));
    assertThat(plan.trainedTokens().tokens()).isEqualTo(trained);
    // the catalogue's regional price is another source's 25: 5.7312 million * 25
    assertThat(total(plan)).isEqualTo(Money.usd("143.28"));
    assertThat(priced(plan).assumptions()).contains("validation tokens are not charged");
  }

  @ParameterizedTest
  @CsvSource({"regional, 4", "global, 2", "developer, 2"})
  void azureTiersHaveTheirOwnPrices(String tier, String price) {
    TrainingPlan plan =
        million(Provider.AZURE, "gpt-4.1-2025-04-14", TrainingTerms.NONE.inVariant(tier));
    assertThat(total(plan)).isEqualTo(Money.usd(price));
  }

  @Test
  void severalRunsCostSeveralTimesAndRowsAreNamed() {
    TrainingPlan one = million(Provider.OPENAI, "gpt-4o-2024-08-06", TrainingTerms.NONE);
    TrainingPlan three =
        new TrainingPlan(
            one.provider(),
            one.model(),
            one.method(),
            one.rows(),
            one.epochs(),
            3,
            one.at(),
            one.terms());
    assertThat(total(one)).isEqualTo(Money.usd("25"));
    assertThat(total(three)).isEqualTo(Money.usd("75"));
    assertThat(priced(three).priceRows()).hasSize(1);
    assertThat(priced(three).catalogueVersion()).isNotEmpty();
  }

  @Test
  void anAliasIsTrainedAsItsSnapshotAndSaysSo() {
    TrainingPlan plan = million(Provider.OPENAI, "gpt-4o-mini", TrainingTerms.NONE);
    assertThat(total(plan)).isEqualTo(Money.usd("3"));
    assertThat(priced(plan).assumptions()).anyMatch(note -> note.contains("2024-07-18"));
    assertThat(ESTIMATOR.snapshotOf(Provider.OPENAI, "gpt-4o-mini", LATE_2026))
        .isEqualTo("gpt-4o-mini-2024-07-18");
  }

  @Test
  void aFineTuneIsTrainedOnAtThePriceOfItsBase() {
    assertThat(
            total(
                million(Provider.OPENAI, "ft:gpt-4o-2024-08-06:acme::AbC123", TrainingTerms.NONE)))
        .isEqualTo(Money.usd("25"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-09-22, 1500000, 12.5", // a million free, half a million at 25
    "2024-09-23, 1500000, 12.5", // the last day counts
    "2024-09-24, 1500000, 37.5",
    "2024-10-31, 1500000, 12.5",
    "2024-11-01, 1500000, 37.5",
    "2024-09-01, 900000, 0",
  })
  void freeTokensAreADailyCapWithDates(String day, long tokens, String cost) {
    TrainingPlan plan =
        new TrainingPlan(
            Provider.OPENAI,
            "gpt-4o-2024-08-06",
            TrainingMethod.SFT,
            new TrainingRows(1_000, TokenCount.exact(tokens), TokenCount.ZERO),
            EpochRule.explicit(1),
            1,
            at(day),
            TrainingTerms.NONE);
    assertThat(total(plan)).isEqualTo(Money.usd(cost));
  }

  @Test
  void whetherTheEndDayIsFreeAndWhoseMidnightCountsCanBeSet() {
    TrainingPlan plan = plan(Provider.OPENAI, "gpt-4o-2024-08-06", 1_000, 1_000_000, "2024-09-23");
    TrainingPlan once =
        new TrainingPlan(
            plan.provider(),
            plan.model(),
            plan.method(),
            plan.rows(),
            EpochRule.explicit(1),
            1,
            plan.at(),
            plan.terms());
    assertThat(total(once)).isEqualTo(Money.usd("0"));
    assertThat(total(estimator(new AllowanceRule(false, ZoneOffset.UTC)), once))
        .isEqualTo(Money.usd("25"));
    // midnight UTC of the 24th is still the 23rd in California
    TrainingPlan later =
        new TrainingPlan(
            once.provider(),
            once.model(),
            once.method(),
            once.rows(),
            once.epochs(),
            1,
            at("2024-09-24"),
            once.terms());
    assertThat(total(later)).isEqualTo(Money.usd("25"));
    assertThat(total(estimator(new AllowanceRule(true, ZoneId.of("America/Los_Angeles"))), later))
        .isEqualTo(Money.usd("0"));
  }

  @Test
  void aModelThatIsNoLongerTrainedIsBlockedAndNeverPriced() {
    TrainingPlan plan = million(Provider.OPENAI, "gpt-4o-2024-08-06", TrainingTerms.NONE);
    TrainingEstimate blocked =
        ESTIMATOR.estimate(plan, Optional.of(end("2026-11-20", Certainty.EXACT)));
    assertThat(blocked).isInstanceOf(TrainingEstimate.Blocked.class);
    assertThat(words(blocked)).startsWith("blocked").contains("2026-11-20");
    assertThat(ESTIMATOR.estimate(plan, Optional.of(end("2026-11-21", Certainty.EXACT))))
        .isInstanceOf(TrainingEstimate.Priced.class);
    assertThat(ESTIMATOR.estimate(plan, Optional.of(end("2020-01-01", Certainty.NOT_BEFORE))))
        .isInstanceOf(TrainingEstimate.Priced.class);
    assertThat(ESTIMATOR.estimate(plan, Optional.of(end("2020-01-01", Certainty.WITHDRAWN))))
        .isInstanceOf(TrainingEstimate.Priced.class);
  }

  @Test
  void aModelWithoutTrainingPriceIsUnpricedWithAReason() {
    assertThat(words(million(Provider.OPENAI, "gpt-5", TrainingTerms.NONE)))
        .startsWith("unpriced")
        .contains("gpt-5");
    assertThat(words(million(Provider.OPENAI, "no such model", TrainingTerms.NONE)))
        .startsWith("unpriced");
    assertThat(words(million(Provider.MISTRAL, "open-mistral-7b", TrainingTerms.NONE)))
        .startsWith("unpriced");
  }

  @Test
  void togetherAsksForSizeWayAndEvaluationsAndGuessesNothing() {
    TrainingPlan plan = together(TrainingTerms.NONE);
    assertThat(words(plan)).contains("size class").contains("<=16B");
    assertThat(words(together(TrainingTerms.NONE.ofSizeClass("<=16B")))).contains("variant");
    TrainingTerms terms = TrainingTerms.NONE.ofSizeClass("<=16B").inVariant("LoRA SFT");
    assertThat(words(together(terms))).contains("evaluation");
    // (1,000,000 * 1 epoch + 4 * 100,000 validation) * 0.48 / 10^6
    assertThat(total(together(terms.withEvaluations(4)))).isEqualTo(Money.usd("0.672"));
    // without packing 1,000 rows * 8,192 tokens, no evaluation
    assertThat(total(together(terms.withEvaluations(0).paddedTo(8_192))))
        .isEqualTo(Money.usd("3.93216"));
  }

  @Test
  void fireworksIsPricedBySizeAndSaysWhatIsMissing() {
    TrainingPlan plan =
        million(Provider.FIREWORKS, "llama", TrainingTerms.NONE.ofSizeClass("<=16B"));
    assertThat(total(plan)).isEqualTo(Money.usd("0.5"));
    assertThat(priced(plan).assumptions()).anyMatch(note -> note.contains("GPU"));
  }

  @Test
  void vertexBillsTokensTimesEpochs() {
    assertThat(total(million(Provider.GOOGLE_VERTEX, "gemini-2.5-pro", TrainingTerms.NONE)))
        .isEqualTo(Money.usd("25"));
  }

  @Test
  void reinforcementIsBilledByTheHourWithItsCap() {
    assertThat(words(reinforcement(TrainingTerms.NONE))).contains("hours");
    assertThat(total(reinforcement(hours("4")))).isEqualTo(Money.usd("400"));
    // 4 h * 100 + 5M * 1.10 + 4.9M * 4.40
    TrainingPlan graded =
        reinforcement(hours("4").gradedBy(new GraderUse("o3-mini", 5_000_000, 4_900_000)));
    assertThat(words(graded))
        .satisfiesAnyOf(
            text -> assertThat(text).contains("427.06"),
            text -> assertThat(text).contains("o3-mini"));
    assertThat(total(reinforcement(hours("60")))).isEqualTo(Money.usd("5000"));
    assertThat(priced(reinforcement(hours("60"))).assumptions())
        .anyMatch(note -> note.contains("6000"));
    assertThat(total(reinforcement(hours("60").resumedAfterPause()))).isEqualTo(Money.usd("6000"));
  }

  @Test
  void rowsOfTheWrongMethodAreNotPriced() {
    assertThat(words(million(Provider.AZURE, "o4-mini-2025-04-16", TrainingTerms.NONE)))
        .contains("by the hour");
    TrainingPlan plan = million(Provider.OPENAI, "gpt-4o-2024-08-06", TrainingTerms.NONE);
    TrainingPlan wrong =
        new TrainingPlan(
            plan.provider(),
            plan.model(),
            TrainingMethod.RFT,
            plan.rows(),
            plan.epochs(),
            1,
            plan.at(),
            plan.terms());
    assertThat(words(wrong)).contains("by token");
  }

  @Test
  void preferenceJobsSayWhatIsUncertain() {
    TrainingPlan plan = million(Provider.OPENAI, "gpt-4o-2024-08-06", TrainingTerms.NONE);
    TrainingPlan dpo =
        new TrainingPlan(
            plan.provider(),
            plan.model(),
            TrainingMethod.DPO,
            new TrainingRows(10, TokenCount.estimated(10), TokenCount.ZERO),
            plan.epochs(),
            1,
            plan.at(),
            plan.terms());
    assertThat(priced(dpo).assumptions())
        .anyMatch(note -> note.contains("non-preferred"))
        .anyMatch(note -> note.contains("estimate"));
  }

  @Test
  void impossiblePlansAreRefused() {
    TrainingPlan plan = million(Provider.OPENAI, "gpt-4o-2024-08-06", TrainingTerms.NONE);
    assertThatThrownBy(
            () ->
                new TrainingPlan(
                    plan.provider(),
                    plan.model(),
                    plan.method(),
                    plan.rows(),
                    plan.epochs(),
                    0,
                    plan.at(),
                    plan.terms()))
        .hasMessageContaining("runs");
    assertThatThrownBy(() -> hours("-1")).hasMessageContaining("hours");
    assertThatThrownBy(() -> TrainingTerms.NONE.withEvaluations(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> TrainingTerms.NONE.paddedTo(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> new GraderUse("x", -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TrainingRows(-1, TokenCount.ZERO, TokenCount.ZERO))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> new Epochs(0, "x")).hasMessageContaining("0");
  }

  private static TrainingEstimator estimator(AllowanceRule rule) {
    return new TrainingEstimator(
        PriceCatalogue.bundled(), ModelNames.bundled(), Aliases.bundled(), rule);
  }

  private static TrainingTerms hours(String hours) {
    return TrainingTerms.NONE.lasting(new BigDecimal(hours));
  }

  private static TrainingPlan reinforcement(TrainingTerms terms) {
    TrainingPlan plan = million(Provider.AZURE, "o4-mini-2025-04-16", terms);
    return new TrainingPlan(
        plan.provider(),
        plan.model(),
        TrainingMethod.RFT,
        plan.rows(),
        plan.epochs(),
        1,
        plan.at(),
        terms);
  }

  private static TrainingPlan together(TrainingTerms terms) {
    return new TrainingPlan(
        Provider.TOGETHER,
        "llama-3.1-8b",
        TrainingMethod.SFT,
        new TrainingRows(1_000, TokenCount.exact(1_000_000), TokenCount.exact(100_000)),
        EpochRule.explicit(1),
        1,
        LATE_2026,
        terms);
  }

  private static TrainingPlan million(Provider provider, String model, TrainingTerms terms) {
    return new TrainingPlan(
        provider,
        model,
        TrainingMethod.SFT,
        new TrainingRows(1_000, TokenCount.exact(1_000_000), TokenCount.ZERO),
        EpochRule.explicit(1),
        1,
        LATE_2026,
        terms);
  }

  private static TrainingPlan plan(
      Provider provider, String model, long rows, long perEpoch, String day) {
    return new TrainingPlan(
        provider,
        model,
        TrainingMethod.SFT,
        new TrainingRows(rows, TokenCount.exact(perEpoch), TokenCount.ZERO),
        EpochRule.automatic(rows),
        1,
        at(day),
        TrainingTerms.NONE);
  }

  private static Observation<LocalDate> end(String day, Certainty certainty) {
    return new Observation<>(
        LocalDate.parse(day),
        certainty,
        new Source("a notice", Source.Kind.PROVIDER_PAGE),
        Optional.empty());
  }

  private static Instant at(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Money total(TrainingPlan plan) {
    return total(ESTIMATOR, plan);
  }

  private static Money total(TrainingEstimator estimator, TrainingPlan plan) {
    TrainingEstimate estimate = estimator.estimate(plan, Optional.empty());
    assertThat(estimate).as(words(estimate)).isInstanceOf(TrainingEstimate.Priced.class);
    return ((TrainingEstimate.Priced) estimate).breakdown().total();
  }

  private static CostBreakdown priced(TrainingPlan plan) {
    return ((TrainingEstimate.Priced) ESTIMATOR.estimate(plan, Optional.empty())).breakdown();
  }

  private static String words(TrainingPlan plan) {
    return words(ESTIMATOR.estimate(plan, Optional.empty()));
  }

  private static String words(TrainingEstimate estimate) {
    return estimate.match(
        new TrainingEstimate.Cases<>() {
          @Override
          public String priced(CostBreakdown breakdown) {
            return "priced " + breakdown.total();
          }

          @Override
          public String unpriced(TrainingEstimate.Unpriced unpriced) {
            return "unpriced " + unpriced.reason();
          }

          @Override
          public String blocked(TrainingEstimate.Blocked blocked) {
            return "blocked " + blocked.reason();
          }
        });
  }
}
