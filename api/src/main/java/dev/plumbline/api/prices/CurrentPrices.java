package dev.plumbline.api.prices;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.organisations.Organisation;
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
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The prices to compute with for whoever asks: the published ones, read once for all, and the own
 * prices of the caller's organisation. An anonymous visitor gets published prices only. Another
 * instance's change is seen after a few seconds.
 */
@ApplicationScoped
public class CurrentPrices {

  /** Well below the five seconds after which a change must be seen. */
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(4);

  /** Organisations whose own prices are kept; those who asked longest ago are read again. */
  static final int MOST_KEPT = 500;

  private final ListPriceRepository prices;
  private final OverrideRepository overrides;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Map<Organisation, OwnPrices> own = new ConcurrentHashMap<>();
  private volatile Snapshot snapshot;

  /**
   * @param costs by list prices alone
   * @param revision what the database said its state was, before the rows were read
   */
  private record Snapshot(
      PriceCatalogue catalogue, RequestCosts costs, String revision, Instant checked) {

    Snapshot checkedAgain(Instant moment) {
      return new Snapshot(catalogue, costs, revision, moment);
    }
  }

  CurrentPrices(
      ListPriceRepository prices,
      OverrideRepository overrides,
      CurrentCaller caller,
      Clock clock,
      MeterRegistry metrics) {
    this.prices = prices;
    this.overrides = overrides;
    this.caller = caller;
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

  /** The published prices, the same for all. */
  public PriceCatalogue catalogue() {
    return current().catalogue();
  }

  /** The own prices of the caller's organisation; none for an anonymous visitor. */
  public PriceOverrides overrides() {
    return organisation().map(this::overridesOf).orElseGet(PriceOverrides::none);
  }

  /** The costs of requests, by list prices and the own prices of the caller's organisation. */
  public RequestCosts costs() {
    return organisation().map(this::costs).orElseGet(() -> current().costs());
  }

  /** The same for work that happens by itself. */
  public RequestCosts costs(Organisation one) {
    return ownOf(one).costs(current().costs(), clock.instant(), LOOK_AGAIN_AFTER);
  }

  PriceOverrides overridesOf(Organisation organisation) {
    return ownOf(organisation).overrides(current().costs(), clock.instant(), LOOK_AGAIN_AFTER);
  }

  private Optional<Organisation> organisation() {
    return caller.find().map(Caller::organisation);
  }

  OwnPrices ownOf(Organisation organisation) {
    if (own.size() >= MOST_KEPT && !own.containsKey(organisation)) {
      forgetLongestUnasked();
    }
    return own.computeIfAbsent(organisation, one -> new OwnPrices(one, overrides, clock.instant()));
  }

  private void forgetLongestUnasked() {
    own.entrySet().stream()
        .min(Comparator.comparing(entry -> entry.getValue().asked()))
        .map(Map.Entry::getKey)
        .ifPresent(own::remove);
  }

  int kept() {
    return own.size();
  }

  private Snapshot current() {
    Snapshot known = snapshot;
    Instant now = clock.instant();
    if (known.checked().plus(LOOK_AGAIN_AFTER).isAfter(now)) {
      return known;
    }
    if (known.revision().equals(prices.revision())) {
      snapshot = known.checkedAgain(now);
      return snapshot;
    }
    refresh();
    return snapshot;
  }

  /** Reads all published prices again. */
  synchronized void refresh() {
    String revision = prices.revision();
    PriceCatalogue catalogue = PriceCatalogue.of(prices.all());
    RequestCosts costs = new RequestCosts(catalogue, ModelNames.bundled(), Aliases.bundled());
    snapshot = new Snapshot(catalogue, costs, revision, clock.instant());
  }

  /** What the organisation has changed holds for the next request here. */
  void changed(Organisation organisation) {
    Optional.ofNullable(own.get(organisation)).ifPresent(OwnPrices::forget);
  }
}
