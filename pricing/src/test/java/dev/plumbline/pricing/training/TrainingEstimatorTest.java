package dev.plumbline.pricing.training;

import static dev.plumbline.pricing.training.Plans.ESTIMATOR;
import static dev.plumbline.pricing.training.Plans.LATE_2026;
import static dev.plumbline.pricing.training.Plans.end;
import static dev.plumbline.pricing.training.Plans.hours;
import static dev.plumbline.pricing.training.Plans.million;
import static dev.plumbline.pricing.training.Plans.plan;
import static dev.plumbline.pricing.training.Plans.priced;
import static dev.plumbline.pricing.training.Plans.total;
import static dev.plumbline.pricing.training.Plans.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.tokens.TokenCount;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingEstimatorTest {

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
}
