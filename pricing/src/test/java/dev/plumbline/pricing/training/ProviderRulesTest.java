package dev.plumbline.pricing.training;

import static dev.plumbline.pricing.training.Plans.at;
import static dev.plumbline.pricing.training.Plans.estimator;
import static dev.plumbline.pricing.training.Plans.hours;
import static dev.plumbline.pricing.training.Plans.million;
import static dev.plumbline.pricing.training.Plans.plan;
import static dev.plumbline.pricing.training.Plans.priced;
import static dev.plumbline.pricing.training.Plans.reinforcement;
import static dev.plumbline.pricing.training.Plans.together;
import static dev.plumbline.pricing.training.Plans.total;
import static dev.plumbline.pricing.training.Plans.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.tokens.TokenCount;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderRulesTest {

  @ParameterizedTest
  @CsvSource({"regional, 4", "global, 2", "developer, 2"})
  void azureTiersHaveTheirOwnPrices(String tier, String price) {
    TrainingPlan plan =
        million(Provider.AZURE, "gpt-4.1-2025-04-14", TrainingTerms.NONE.inVariant(tier));
    assertThat(total(plan)).isEqualTo(Money.usd(price));
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
}
