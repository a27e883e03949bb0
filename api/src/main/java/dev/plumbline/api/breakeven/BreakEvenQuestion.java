package dev.plumbline.api.breakeven;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.explore.Comparison;
import dev.plumbline.pricing.breakeven.explore.Comparison.BaseOption;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.Side;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the sides of one question together: prices of the day from the catalogue, the horizon cut by
 * the shutdown of the tuned model, and every way to do without tuning.
 */
final class BreakEvenQuestion {

  private final BreakEvenInputs inputs;
  private final ModelEnds ends;
  private final PriceFinder prices;
  private final List<PriceAssumption> assumptions = new ArrayList<>();

  BreakEvenQuestion(BreakEvenInputs inputs, PriceCatalogue catalogue, ModelEnds ends) {
    this.inputs = inputs;
    this.ends = ends;
    this.prices = new PriceFinder(catalogue, inputs.day().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * The answer.
   *
   * @throws UnpricedException when a price of the first two sides is not known
   * @throws IllegalArgumentException when the inputs contradict each other
   */
  BreakEvenResult answer() {
    Billed model = inputs.model();
    Side tuned = tuned(model);
    Side base = base(model, inputs.baseTraffic());
    PriceAssumption training = prices.training("Training", model);
    assumptions.add(training);
    BreakEvenScenario scenario =
        new BreakEvenScenario(
            "fine-tuning " + model.model(),
            base,
            tuned,
            inputs.retries(),
            inputs.fallbackShare(),
            inputs.fixedCosts(training.row().amount()),
            horizon(model),
            inputs.discount(),
            inputs.volume());
    List<Warning> warnings = new ArrayList<>(ends.warnings(model, inputs.day(), inputs.months()));
    Comparison comparison = Comparison.of(scenario, others(model, warnings));
    warnings.addAll(PriceWarnings.of(assumptions));
    return new BreakEvenResult(comparison, assumptions, warnings);
  }

  private Horizon horizon(Billed model) {
    Horizon wished = Horizon.ofMonths(inputs.months());
    return ends.shutdown(model, inputs.day()).map(wished::endingWith).orElse(wished);
  }

  private Side tuned(Billed model) {
    TrafficProfile traffic = inputs.tunedTraffic();
    String name = model.model() + ", fine-tuned";
    SidePrices found = prices.side(name, model, true, inputs.tier(), context(traffic));
    assumptions.addAll(found.assumptions());
    return new Side(
        name,
        found.prices(),
        BigDecimal.ONE,
        traffic,
        inputs.tunedCache(found.cacheMode()),
        inputs.tunedFailures());
  }

  private Side base(Billed model, TrafficProfile traffic) {
    String name = model.model() + ", long prompt";
    SidePrices found = prices.side(name, model, false, inputs.tier(), context(traffic));
    assumptions.addAll(found.assumptions());
    return side(name, found, traffic);
  }

  private Side side(String name, SidePrices found, TrafficProfile traffic) {
    CacheProfile cache = inputs.baseCache(found.cacheMode());
    return new Side(name, found.prices(), BigDecimal.ONE, traffic, cache, inputs.baseFailures());
  }

  /** A further way without a price is left out with a warning: the first answer still stands. */
  private List<BaseOption> others(Billed model, List<Warning> warnings) {
    List<BaseOption> options = new ArrayList<>();
    Money monthly = inputs.fixedCosts(BigDecimal.ZERO).monthly().base();
    if (inputs.compressedPrompt().signum() > 0) {
      TrafficProfile shorter = inputs.baseTraffic().withStaticTokens(inputs.compressedPrompt());
      SidePrices found = prices.side("", model, false, inputs.tier(), context(shorter));
      String name = model.model() + ", compressed prompt";
      options.add(new BaseOption(side(name, found, shorter), monthly));
    }
    inputs
        .otherModel()
        .filter(other -> !other.equals(model))
        .ifPresent(
            other -> {
              try {
                options.add(new BaseOption(base(other, inputs.baseTraffic()), monthly));
              } catch (UnpricedException e) {
                warnings.add(new Warning("care", other.model() + " is left out", e.getMessage()));
              }
            });
    return options;
  }

  private static long context(TrafficProfile traffic) {
    return traffic
        .staticTokens()
        .add(traffic.variableTokens())
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
