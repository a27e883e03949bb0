package dev.plumbline.api.scenarios;

import dev.plumbline.api.deprecations.ShutdownDates;
import dev.plumbline.api.scenarios.PriceSheet.Missing;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.explore.Comparison;
import dev.plumbline.pricing.breakeven.explore.Comparison.BaseOption;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.MonthlyCosts;
import dev.plumbline.pricing.breakeven.fixed.TrainingRuns;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.Side;
import dev.plumbline.pricing.inference.TokenPrices;
import dev.plumbline.pricing.override.PriceOverrides;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers scenarios with the prices and dates of the day they start. Safe for many threads. */
public final class ScenarioAnswers {

  private final PriceCatalogue catalogue;
  private final PriceOverrides overrides;
  private final ModelNames names;
  private final Aliases aliases;
  private final ShutdownDates dates;

  private ScenarioAnswers(PriceCatalogue catalogue, PriceOverrides overrides, ShutdownDates dates) {
    this.catalogue = catalogue;
    this.overrides = overrides;
    this.names = ModelNames.bundled();
    this.aliases = Aliases.bundled();
    this.dates = dates;
  }

  /** With what ships with the product. */
  public static ScenarioAnswers bundled() {
    return over(PriceCatalogue.bundled(), PriceOverrides.none(), ShutdownDates.bundled());
  }

  /**
   * With these prices and dates, and the names that ship with the product.
   *
   * @param overrides a customer's own prices, stronger than the list
   */
  public static ScenarioAnswers over(
      PriceCatalogue catalogue, PriceOverrides overrides, ShutdownDates dates) {
    return new ScenarioAnswers(catalogue, overrides, dates);
  }

  /**
   * The outcome of one scenario.
   *
   * @param today first day when the scenario names none
   * @throws ScenarioRefusedException when values are impossible together
   */
  public ScenarioOutcome answer(ScenarioRequest request, LocalDate today) {
    return new Asking(request, request.at().orElse(today)).outcome();
  }

  /** One scenario being put together. */
  private final class Asking {

    private final ScenarioRequest request;
    private final LocalDate at;
    private final PriceSheet prices;
    private final ScenarioDates ends;
    private final List<Finding> notes = new ArrayList<>();

    Asking(ScenarioRequest request, LocalDate at) {
      this.request = request;
      this.at = at;
      this.prices =
          new PriceSheet(
              new PriceAsk(catalogue, overrides, at.atStartOfDay(ZoneOffset.UTC).toInstant()),
              names,
              aliases);
      this.ends = new ScenarioDates(dates, names, at);
    }

    ScenarioOutcome outcome() {
      List<Finding> training = trainingFindings();
      List<Finding> blockers =
          training.stream().filter(each -> each.severity() == Severity.BLOCKER).toList();
      if (!blockers.isEmpty()) {
        return new ScenarioOutcome.Blocked(blockers);
      }
      notes.addAll(training);
      Optional<Side> base = side(request.base(), false);
      Optional<Side> tuned = side(request.tuned(), true);
      Optional<BigDecimal> trainingPrice = trainingPrice();
      if (base.isEmpty() || tuned.isEmpty() || trainingPrice.isEmpty()) {
        return new ScenarioOutcome.Unpriced(
            prices.missing().stream()
                .map(each -> each.field() + ": " + each.reason())
                .distinct()
                .toList());
      }
      return answered(scenario(base.get(), tuned.get(), trainingPrice.get()));
    }

    private ScenarioOutcome answered(BreakEvenScenario scenario) {
      Comparison comparison = Comparison.of(scenario, alternatives());
      notes.addAll(
          ends.notes(
              request.base().model().map(prices::billed),
              request.base().shutdown(),
              scenario.horizon()));
      List<Assumption> assumptions = new ArrayList<>(prices.assumptions());
      assumptions.addAll(ends.assumptions());
      assumptions.addAll(request.assumed());
      return new ScenarioOutcome.Answered(
          new BreakEvenViews(request, catalogue.version(), at).view(comparison, assumptions, notes),
          comparison);
    }

    /** A model that has been trained already needs no permission to train. */
    private List<Finding> trainingFindings() {
      boolean trains =
          request.training().rows().signum() > 0 || !request.training().costPerRun().isZero();
      return trains
          ? request
              .tuned()
              .model()
              .map(model -> ends.trainingFindings(prices.billed(model)))
              .orElse(List.of())
          : List.of();
    }

    private Optional<BigDecimal> trainingPrice() {
      return request.training().needsPrice()
          ? prices.training(request.tuned())
          : Optional.of(request.training().pricePerMillion().orElse(BigDecimal.ZERO));
    }

    private BreakEvenScenario scenario(Side base, Side tuned, BigDecimal trainingPrice) {
      try {
        return new BreakEvenScenario(
            request.name(),
            base,
            tuned,
            request.retries(),
            request.fallbackShare(),
            fixed(trainingPrice),
            ends.horizon(
                request.horizonMonths(),
                request.tuned().model().map(prices::billed),
                request.tuned().shutdown()),
            request.annualDiscount(),
            request.requestsPerMonth());
      } catch (ScenarioRefusedException e) {
        throw e;
      } catch (IllegalArgumentException e) {
        throw new ScenarioRefusedException("", e.getMessage());
      }
    }

    private FixedCosts fixed(BigDecimal trainingPrice) {
      var training = request.training();
      return new FixedCosts(
          new TrainingRuns(
              training.rows(),
              training.tokensPerRow(),
              training.epochs(),
              training.runs(),
              trainingPrice,
              training.freeTokens(),
              training.costPerRun()),
          request.people(),
          request.retraining(),
          new MonthlyCosts(request.base().fixedPerMonth(), request.tuned().fixedPerMonth()));
    }

    private Optional<Side> side(SideRequest side, boolean tuned) {
      return prices.tokens(side, tuned).map(found -> side(side, found));
    }

    private Side side(SideRequest side, TokenPrices found) {
      CacheProfile cache =
          side.hitRate()
              .map(rate -> new CacheProfile(side.cacheMode().orElse(usualMode(found)), rate))
              .orElse(CacheProfile.NONE);
      try {
        return new Side(
            side.name(), found, side.tierMultiplier(), side.traffic(), cache, side.failureRate());
      } catch (IllegalArgumentException e) {
        throw new ScenarioRefusedException(side.path(), e.getMessage());
      }
    }

    /** Dearer writes come with breakpoints; cheaper reads alone with blocks. */
    private CacheMode usualMode(TokenPrices found) {
      if (found.cacheWrite().compareTo(found.input()) > 0) {
        return CacheMode.EXACT;
      }
      return found.cacheRead().compareTo(found.input()) < 0 ? CacheMode.BLOCK_128 : CacheMode.NONE;
    }

    /** An alternative without a price is left out with a note: the first answer still stands. */
    private List<BaseOption> alternatives() {
      Set<String> taken = new HashSet<>(List.of(request.base().name(), request.tuned().name()));
      List<BaseOption> options = new ArrayList<>();
      for (SideRequest other : request.alternatives()) {
        if (!taken.add(other.name())) {
          throw new ScenarioRefusedException(
              other.path() + ".name", "\"" + other.name() + "\" occurs twice; name it otherwise");
        }
        int before = prices.missing().size();
        Money fixed = other.fixedPerMonth();
        side(other, false).ifPresent(side -> options.add(new BaseOption(side, fixed)));
        for (Missing gone : prices.missing().subList(before, prices.missing().size())) {
          notes.add(
              ScenarioDates.note(gone.field(), other.name() + " is left out: " + gone.reason()));
        }
      }
      return options;
    }
  }
}
