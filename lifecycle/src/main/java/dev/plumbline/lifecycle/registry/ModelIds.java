package dev.plumbline.lifecycle.registry;

import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import java.util.Optional;
import java.util.OptionalInt;

/** Names of the registry as calendars and prices read them. */
public final class ModelIds {

  private final KnownModels known;
  private final ModelNames names;

  public ModelIds(KnownModels known) {
    this.known = known;
    this.names = new ModelNames(known);
  }

  /** Over the table of names that ships with Plumbline. */
  public static ModelIds bundled() {
    return new ModelIds(KnownModels.bundled());
  }

  /**
   * The name taken apart, at the provider that the key says. A name of no known form is a fine-tune
   * with the given base: somebody registered it, so it exists.
   *
   * @param base what is known about the root; stronger than what the name of a fine-tune says
   */
  public ModelId of(ModelKey key, Optional<String> base) {
    ModelId read = find(key).orElseGet(() -> tuned(key, base));
    boolean own = read.kind() == ModelKind.BASE_SNAPSHOT || read.kind() == ModelKind.ALIAS;
    return own ? read : withBase(read, base.or(read::base));
  }

  /** The name taken apart; empty when it has no form that this provider's names have. */
  public Optional<ModelId> find(ModelKey key) {
    return known
        .find(key.provider(), key.model())
        .map(names::idOf)
        .or(() -> parsed(routed(key.provider()) + key.model()))
        .or(() -> parsed(key.model()))
        .map(read -> read.servedBy(key.provider()));
  }

  private Optional<ModelId> parsed(String text) {
    return names.parse(text).match(Optional::of, none -> Optional.empty());
  }

  /** Azure's own spellings are known behind its prefix only. */
  private static String routed(Provider provider) {
    return provider.equals(Provider.AZURE) ? "azure/" : "";
  }

  private static ModelId tuned(ModelKey key, Optional<String> base) {
    return new ModelId(
        key.model(),
        key.model(),
        key.provider(),
        ModelKind.FINE_TUNE,
        base,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static ModelId withBase(ModelId read, Optional<String> base) {
    return new ModelId(
        read.input(),
        read.canonical(),
        read.provider(),
        read.kind(),
        base,
        read.org(),
        read.suffix(),
        read.tail(),
        read.checkpointStep());
  }
}
