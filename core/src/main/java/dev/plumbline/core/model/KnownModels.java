package dev.plumbline.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that providers gave to their own models: snapshots and aliases. */
public final class KnownModels {

  /**
   * Who is meant by a name that several providers use: who made the model comes before who resells
   * it, and Azure, where the caller chooses the names, comes last.
   */
  public static final List<Provider> ORDER =
      List.of(
          Provider.OPENAI,
          Provider.ANTHROPIC,
          Provider.GOOGLE_GEMINI_API,
          Provider.GOOGLE_VERTEX,
          Provider.MISTRAL,
          Provider.COHERE,
          Provider.BEDROCK,
          Provider.AZURE);

  private final Map<Provider, Map<String, KnownModel>> byProvider = new LinkedHashMap<>();

  public KnownModels(List<KnownModel> models) {
    ORDER.forEach(provider -> byProvider.put(provider, new LinkedHashMap<>()));
    models.forEach(this::add);
  }

  private void add(KnownModel model) {
    var names = byProvider.computeIfAbsent(model.provider(), provider -> new LinkedHashMap<>());
    if (names.putIfAbsent(model.name(), model) != null) {
      throw new IllegalArgumentException(model.provider() + " names " + model.name() + " twice");
    }
  }

  /** The table that ships with Plumbline. */
  public static KnownModels bundled() {
    return Bundled.MODELS;
  }

  public Optional<KnownModel> find(Provider provider, String name) {
    return Optional.ofNullable(byProvider.getOrDefault(provider, Map.of()).get(name));
  }

  /** The provider that {@link #ORDER} prefers among those that use this name. */
  public Optional<KnownModel> find(String name) {
    return named(name).findFirst();
  }

  /** Everyone who uses this name, the preferred first. */
  public List<KnownModel> findAll(String name) {
    return named(name).toList();
  }

  /** All of them, by provider and in the order of the table. */
  public List<KnownModel> all() {
    return byProvider.values().stream().flatMap(models -> models.values().stream()).toList();
  }

  private Stream<KnownModel> named(String name) {
    return byProvider.values().stream()
        .flatMap(models -> Optional.ofNullable(models.get(name)).stream());
  }

  private static final class Bundled {

    static final KnownModels MODELS =
        new KnownModels(
            TabSeparated.rows("known_models.tsv").stream().map(Bundled::model).toList());

    private static KnownModel model(List<String> cells) {
      ModelKind kind =
          cells.get(2).equals(ModelKind.ALIAS.label()) ? ModelKind.ALIAS : ModelKind.BASE_SNAPSHOT;
      Optional<String> target = Optional.of(cells.get(3)).filter(text -> !text.isEmpty());
      return new KnownModel(Provider.of(cells.get(0)), cells.get(1), kind, target, cells.get(4));
    }
  }
}
