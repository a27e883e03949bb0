package dev.plumbline.api.scenarios;

import dev.plumbline.api.scenarios.SideRequest.ModelRequest;
import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names under which a model may stand in a price list at a moment, the best first.
 *
 * @param fullName the name as it was asked, for prices of one fine-tune
 * @param id the name taken apart; empty when only a price list may know it
 * @param notes what had to be assumed to read the name so
 */
record BilledName(
    String fullName,
    Optional<Provider> provider,
    Optional<ModelId> id,
    List<String> candidates,
    List<String> notes) {

  BilledName {
    candidates = List.copyOf(candidates);
    notes = List.copyOf(notes);
  }

  static BilledName of(ModelRequest model, ModelNames names, Aliases aliases, Instant at) {
    return names
        .parse(model.name())
        .match(
            id -> of(id, model.provider().orElse(id.provider()), aliases, at),
            none ->
                new BilledName(
                    model.name(),
                    model.provider(),
                    Optional.empty(),
                    List.of(model.name()),
                    List.of()));
  }

  private static BilledName of(ModelId id, Provider provider, Aliases aliases, Instant at) {
    String base = id.kind() == ModelKind.ALIAS ? id.canonical() : id.base().orElse(id.canonical());
    Optional<AliasTarget> target = aliases.targetAt(provider, base, at);
    List<String> candidates = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    target.ifPresent(
        meant -> {
          candidates.add(meant.snapshot());
          notes.add(
              "%s meant %s on that day%s"
                  .formatted(base, meant.snapshot(), meant.uncertain() ? ", uncertain" : ""));
        });
    candidates.add(base);
    return new BilledName(
        id.canonical(), Optional.of(provider), Optional.of(id), candidates, notes);
  }

  /** The snapshot that dates are asked for. */
  String snapshot() {
    return candidates.get(0);
  }
}
