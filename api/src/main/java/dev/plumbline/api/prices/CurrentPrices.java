package dev.plumbline.api.prices;

import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.override.PriceOverrides;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The prices to compute with: everything stored, read once and read again when it changes. Another
 * instance's change is seen after a few seconds.
 */
@ApplicationScoped
public class CurrentPrices {

  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);

  private final ListPriceRepository prices;
  private final OverrideRepository overrides;
  private final Clock clock;
  private volatile Snapshot snapshot;

  /**
   * @param revision what the database said its state was, before the rows were read
   */
  private record Snapshot(
      PriceCatalogue catalogue,
      PriceOverrides overrides,
      RequestCosts costs,
      String revision,
      Instant checked) {

    Snapshot checkedAgain(Instant moment) {
      return new Snapshot(catalogue, overrides, costs, revision, moment);
    }
  }

  CurrentPrices(
      ListPriceRepository prices,
      OverrideRepository overrides,
      Clock clock,
      MeterRegistry metrics) {
    this.prices = prices;
    this.overrides = overrides;
    this.clock = clock;
    Gauge.builder(MetricNames.PRICES_BELIEVED, this, CurrentPrices::count).register(metrics);
  }

  private int count() {
    Snapshot known = snapshot;
    return known == null ? 0 : known.catalogue().believed().size();
  }

  /** Brings in the prices that ship with this version, before the first request. */
  void start(@Observes StartupEvent event) {
    prices
        .importAll(PriceCatalogue.bundled(), "bundled")
        .ifPresent(
            batch ->
                Log.infof(
                    "imported prices %s: %d new, %d changed, %d closed, %d unchanged",
                    batch.catalogueVersion,
                    batch.added,
                    batch.changed,
                    batch.closed,
                    batch.unchanged));
    refresh();
  }

  public PriceCatalogue catalogue() {
    return current().catalogue();
  }

  /** The own prices of the default organisation. */
  public PriceOverrides overrides() {
    return current().overrides();
  }

  /** The costs of requests, by list prices and own prices. */
  public RequestCosts costs() {
    return current().costs();
  }

  private Snapshot current() {
    Snapshot known = snapshot;
    Instant now = clock.instant();
    if (known.checked().plus(LOOK_AGAIN_AFTER).isAfter(now)) {
      return known;
    }
    if (known.revision().equals(overrides.revision())) {
      snapshot = known.checkedAgain(now);
      return snapshot;
    }
    refresh();
    return snapshot;
  }

  /** Reads everything again. */
  synchronized void refresh() {
    String revision = overrides.revision();
    PriceCatalogue catalogue = PriceCatalogue.of(prices.all());
    PriceOverrides own = overrides.current();
    RequestCosts costs =
        new RequestCosts(catalogue, ModelNames.bundled(), Aliases.bundled()).with(own);
    snapshot = new Snapshot(catalogue, own, costs, revision, clock.instant());
  }
}
