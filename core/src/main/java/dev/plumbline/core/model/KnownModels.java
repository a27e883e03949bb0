package dev.plumbline.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that providers gave to their own models: snapshots and aliases. */
public final class KnownModels {

  private final Map<Provider, Map<String, KnownModel>> byProvider = new LinkedHashMap<>();

  public KnownModels(List<KnownModel> models) {
    for (KnownModel model : models) {
      byProvider
          .computeIfAbsent(model.provider(), provider -> new LinkedHashMap<>())
          .put(model.name(), model);
    }
  }

  /** The table that ships with Plumbline. */
  public static KnownModels bundled() {
    return new KnownModels(List.of());
  }

  public Optional<KnownModel> find(Provider provider, String name) {
    return Optional.ofNullable(byProvider.getOrDefault(provider, Map.of()).get(name));
  }

  /** All of them, by provider and in the order of the table. */
  public List<KnownModel> all() {
    return byProvider.values().stream().flatMap(models -> models.values().stream()).toList();
  }
}
