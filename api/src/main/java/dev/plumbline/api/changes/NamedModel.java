package dev.plumbline.api.changes;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import java.util.Optional;
import java.util.OptionalInt;

/** A model as one provider names it, also where its name follows no form that we know. */
public final class NamedModel {

  private NamedModel() {}

  public static ModelId of(String provider, String name) {
    Provider server = Provider.of(provider);
    return ModelNames.bundled()
        .parse(name)
        .match(id -> id.servedBy(server), none -> unknown(server, name));
  }

  /** Whose a name is by its form; empty for one that follows none. */
  public static Optional<String> findProvider(String name) {
    return ModelNames.bundled()
        .parse(name)
        .match(id -> Optional.of(id.provider().key()), none -> Optional.empty());
  }

  /** A name that nobody knows stands for itself. */
  private static ModelId unknown(Provider server, String name) {
    return new ModelId(
        name,
        name,
        server,
        ModelKind.BASE_SNAPSHOT,
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
