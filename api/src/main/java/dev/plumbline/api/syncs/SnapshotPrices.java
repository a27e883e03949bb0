package dev.plumbline.api.syncs;

import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What it does to the published prices that an alias means another snapshot. */
@ApplicationScoped
class SnapshotPrices {

  private static final List<Component> ASKED =
      List.of(Component.INPUT, Component.CACHED_INPUT, Component.OUTPUT);

  private final CurrentPrices prices;

  SnapshotPrices(CurrentPrices prices) {
    this.prices = prices;
  }

  /** For example {@code input 2.5 USD per 1m tokens, now 2 USD per 1m tokens; …}. */
  String effect(Provider provider, String from, String to, Instant at) {
    String effect =
        ASKED.stream()
            .flatMap(component -> effect(provider, from, to, component, at).stream())
            .collect(Collectors.joining("; "));
    return effect.isEmpty() ? "no price of either is known" : effect;
  }

  private Optional<String> effect(
      Provider provider, String from, String to, Component component, Instant at) {
    Optional<String> before = price(provider, from, component, at);
    Optional<String> after = price(provider, to, component, at);
    if (before.isEmpty() && after.isEmpty()) {
      return Optional.empty();
    }
    String name = component.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Optional.of(
        before.equals(after)
            ? "%s stays %s".formatted(name, after.orElseThrow())
            : "%s %s, now %s".formatted(name, before.orElse("unknown"), after.orElse("unknown")));
  }

  private Optional<String> price(Provider provider, String model, Component component, Instant at) {
    return prices
        .catalogue()
        .find(PriceQuestion.of(provider, model, component, at))
        .findFound()
        .map(found -> found.price().rate().toString().replace('_', ' '));
  }
}
