package dev.plumbline.pricing.training;

import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The snapshot that a job trains.
 *
 * @param notes what was assumed to find it
 */
record BaseModel(String snapshot, List<String> notes) {

  /** Who is asked, for which name, as of when. */
  record Asked(Provider provider, String model, Instant at) {}

  static BaseModel of(Asked asked, ModelNames names, Aliases aliases) {
    return names
        .parse(asked.model())
        .match(
            id -> ofModel(id, asked.provider(), asked.at(), aliases),
            none -> new BaseModel(asked.model(), List.of()));
  }

  private static BaseModel ofModel(ModelId id, Provider provider, Instant at, Aliases aliases) {
    if (id.kind() != ModelKind.ALIAS) {
      return new BaseModel(id.base().orElse(id.canonical()), List.of());
    }
    Optional<AliasTarget> target =
        aliases
            .targetAt(provider, id.canonical(), at)
            .or(() -> aliases.targetAt(id.provider(), id.canonical(), at));
    String snapshot = target.map(AliasTarget::snapshot).or(id::base).orElse(id.canonical());
    boolean certain = target.filter(t -> !t.uncertain()).isPresent();
    return new BaseModel(
        snapshot,
        List.of(
            "%s is taken as %s%s"
                .formatted(id.canonical(), snapshot, certain ? "" : ", which is uncertain")));
  }
}
