package dev.plumbline.api.calendar;

import dev.plumbline.api.models.ModelInUse;
import dev.plumbline.api.models.ModelsInUse;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What an organisation uses, as names that a calendar can be asked about. */
@ApplicationScoped
class UsedModels {

  private final ModelsInUse models;

  UsedModels(ModelsInUse models) {
    this.models = models;
  }

  /** By provider and name; only of one owner if that is asked for. */
  List<ModelId> of(Organisation organisation, Optional<String> owner) {
    return models.of(organisation).stream()
        .filter(model -> owner.map(name -> isOf(model, name)).orElse(true))
        .map(UsedModels::id)
        .toList();
  }

  private static boolean isOf(ModelInUse model, String owner) {
    return Stream.concat(model.owner().stream(), model.contacts().stream())
        .anyMatch(owner::equalsIgnoreCase);
  }

  private static ModelId id(ModelInUse model) {
    return ModelNames.bundled()
        .parse(model.model())
        .<Optional<ModelId>>match(
            id -> Optional.of(id.servedBy(model.provider())), none -> Optional.empty())
        .filter(id -> id.kind().isFineTuned() || model.base().isEmpty())
        .orElseGet(() -> named(model));
  }

  /** The name says nothing, the registry knows the base. */
  private static ModelId named(ModelInUse model) {
    return new ModelId(
        model.model(),
        model.model(),
        model.provider(),
        model.base().isPresent() ? ModelKind.FINE_TUNE : ModelKind.BASE_SNAPSHOT,
        Optional.of(model.base().orElse(model.model())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
