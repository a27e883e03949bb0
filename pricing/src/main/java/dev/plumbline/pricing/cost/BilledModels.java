package dev.plumbline.pricing.cost;

import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out what a model name is billed as, for a given moment.
 *
 * <p>A fine-tune is billed as its base's fine-tuned row. An alias is billed as the snapshot it
 * meant at the moment; the price of the undated name itself counts only where the snapshot has
 * none, or where it is uncertain which snapshot was meant.
 */
public final class BilledModels {

  /** Enough for every name of a large organisation, small enough to forget about. */
  private static final int MAX_NAMES_KEPT = 10_000;

  private final PriceCatalogue catalogue;
  private final ModelNames names;
  private final Aliases aliases;
  private final ConcurrentHashMap<Asked, NameReading> readings = new ConcurrentHashMap<>();

  private record Asked(String name, Optional<Provider> provider) {}

  public BilledModels(PriceCatalogue catalogue, ModelNames names, Aliases aliases) {
    this.catalogue = catalogue;
    this.names = names;
    this.aliases = aliases;
  }

  /**
   * The ways to bill a name, the best first; the first one that has a price at the moment holds.
   * Not empty unless the text names no model or an unknown base.
   */
  NameReading read(String name, Optional<Provider> provider) {
    Asked asked = new Asked(name, provider);
    NameReading known = readings.get(asked);
    if (known != null) {
      return known;
    }
    NameReading reading = readAnew(name, provider);
    if (readings.size() >= MAX_NAMES_KEPT) {
      readings.clear();
    }
    readings.put(asked, reading);
    return reading;
  }

  private NameReading readAnew(String name, Optional<Provider> provider) {
    return names
        .parse(name)
        .match(
            id -> ofModel(id, provider.orElse(id.provider())),
            none -> ofCatalogue(name, provider).orElseGet(() -> NameReading.refused(none)));
  }

  private NameReading ofModel(ModelId id, Provider provider) {
    if (id.kind() == ModelKind.ALIAS) {
      return new NameReading.Moving(id, billed(id, provider, id.canonical(), false));
    }
    if (id.base().isEmpty() || id.kind() == ModelKind.JOB) {
      return NameReading.unknownBase(id);
    }
    boolean tuned = id.kind() != ModelKind.BASE_SNAPSHOT;
    BilledModel own = billed(id, provider, id.base().get(), tuned);
    return tuned ? new NameReading.Moving(id, own) : new NameReading.Settled(own);
  }

  /** Names that only a price list knows: size classes, hardware, a customer's own models. */
  private Optional<NameReading> ofCatalogue(String name, Optional<Provider> provider) {
    return provider
        .or(() -> catalogue.onlyProviderOf(name))
        .filter(seller -> catalogue.sells(seller, name))
        .map(seller -> new NameReading.Settled(listed(name, seller)));
  }

  private BilledModel listed(String name, Provider seller) {
    PriceChain prices = catalogue.chain(seller, name, false);
    return new BilledModel(seller, name, false, false, name, List.of(), prices);
  }

  private BilledModel billed(ModelId id, Provider provider, String model, boolean tuned) {
    PriceChain prices = catalogue.chain(provider, model, tuned);
    return new BilledModel(provider, model, tuned, false, id.canonical(), List.of(), prices);
  }

  /** The fine-tune that somebody may make of a base. */
  BilledModel tuned(BilledModel base) {
    return new BilledModel(
        base.provider(),
        base.model(),
        true,
        false,
        base.fullName() + ", fine-tuned",
        base.assumptions(),
        catalogue.chain(base.provider(), base.model(), true));
  }

  /** What else a moving name may be billed as at a moment, the best first. */
  List<BilledModel> othersOf(NameReading.Moving reading, Instant at) {
    BilledModel own = reading.own();
    List<BilledModel> others = new ArrayList<>();
    Optional<AliasTarget> target = targetOf(own, at);
    target.ifPresent(meant -> others.add(snapshot(own, meant)));
    if (!own.fineTuned()) {
      boolean surely = target.isPresent() && !target.get().uncertain();
      others.add(surely ? others.size() : 0, aliasRow(own));
    }
    return others;
  }

  private Optional<AliasTarget> targetOf(BilledModel own, Instant at) {
    Optional<AliasTarget> target = aliases.targetAt(own.provider(), own.model(), at);
    return target.isEmpty() && own.provider().equals(Provider.AZURE)
        ? aliases.targetAt(Provider.OPENAI, own.model(), at)
        : target;
  }

  private BilledModel snapshot(BilledModel own, AliasTarget target) {
    String note = "%s meant %s at that time".formatted(own.model(), target.snapshot());
    return new BilledModel(
        own.provider(),
        target.snapshot(),
        own.fineTuned(),
        false,
        own.fullName(),
        List.of(target.uncertain() ? note + ", which is uncertain" : note),
        catalogue.chain(own.provider(), target.snapshot(), own.fineTuned()));
  }

  private BilledModel aliasRow(BilledModel own) {
    return new BilledModel(
        own.provider(),
        own.model(),
        false,
        true,
        own.fullName(),
        List.of("the published price of the undated name " + own.model() + " is taken"),
        catalogue.aliasPrices(own.provider(), own.model()));
  }
}
