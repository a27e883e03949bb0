package dev.plumbline.pricing.training;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneOffset;
import java.util.Optional;

/** Plans that tests price, and how they read the answers. */
final class Plans {

  static final TrainingEstimator ESTIMATOR = TrainingEstimator.bundled();
  static final Instant LATE_2026 = at("2026-11-20");

  private Plans() {}

  static TrainingEstimator estimator(AllowanceRule rule) {
    return new TrainingEstimator(
        PriceCatalogue.bundled(), ModelNames.bundled(), Aliases.bundled(), rule);
  }

  static TrainingTerms hours(String hours) {
    return TrainingTerms.NONE.lasting(new BigDecimal(hours));
  }

  static TrainingPlan reinforcement(TrainingTerms terms) {
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

  static TrainingPlan together(TrainingTerms terms) {
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

  static TrainingPlan million(Provider provider, String model, TrainingTerms terms) {
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

  static TrainingPlan plan(Provider provider, String model, long rows, long perEpoch, String day) {
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

  static Observation<LocalDate> end(String day, Certainty certainty) {
    return new Observation<>(
        LocalDate.parse(day),
        certainty,
        new Source("a notice", Source.Kind.PROVIDER_PAGE),
        Optional.empty());
  }

  static Instant at(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Money total(TrainingPlan plan) {
    return total(ESTIMATOR, plan);
  }

  static Money total(TrainingEstimator estimator, TrainingPlan plan) {
    TrainingEstimate estimate = estimator.estimate(plan, Optional.empty());
    assertThat(estimate).as(words(estimate)).isInstanceOf(TrainingEstimate.Priced.class);
    return ((TrainingEstimate.Priced) estimate).breakdown().total();
  }

  static CostBreakdown priced(TrainingPlan plan) {
    return ((TrainingEstimate.Priced) ESTIMATOR.estimate(plan, Optional.empty())).breakdown();
  }

  static String words(TrainingPlan plan) {
    return words(ESTIMATOR.estimate(plan, Optional.empty()));
  }

  static String words(TrainingEstimate estimate) {
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
