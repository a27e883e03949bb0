package dev.plumbline.api.syncs;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.sync.PresenceEvent;
import dev.plumbline.lifecycle.sync.SyncChange;
import dev.plumbline.lifecycle.sync.SyncPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The events of a plan. */
@ApplicationScoped
class SyncEvents {

  private final SnapshotPrices prices;

  SyncEvents(SnapshotPrices prices) {
    this.prices = prices;
  }

  List<SyncEvent> of(UUID account, Provider provider, SyncPlan plan) {
    List<SyncEvent> events = new ArrayList<>();
    plan.events().forEach(event -> events.add(presence(account, plan, event)));
    for (SyncChange change : plan.changes()) {
      if (change instanceof SyncChange.AliasMoved moved) {
        events.add(alias(account, provider, plan, moved));
      }
    }
    return events;
  }

  private static SyncEvent presence(UUID account, SyncPlan plan, PresenceEvent event) {
    return new SyncEvent(
        account,
        plan.snapshot().at(),
        "model." + event.kind().name().toLowerCase(Locale.ROOT),
        event.kind().weight(),
        event.model(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        event.muted());
  }

  /** The first time there is nothing to compare with. */
  private SyncEvent alias(
      UUID account, Provider provider, SyncPlan plan, SyncChange.AliasMoved moved) {
    return new SyncEvent(
        account,
        plan.snapshot().at(),
        SyncEvent.ALIAS_MOVED,
        moved.from().isPresent() ? PresenceEvent.Weight.WARNING : PresenceEvent.Weight.INFO,
        moved.subject(),
        moved.from(),
        Optional.of(moved.to()),
        moved.from().map(from -> prices.effect(provider, from, moved.to(), plan.snapshot().at())),
        false);
  }
}
