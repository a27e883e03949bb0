package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** A model in use is not in the provider's list any more, and nobody says that it is gone. */
@ApplicationScoped
class ModelsMissing implements AlertRule {

  private static final String NAME = "model.missing";

  private final SeenModels models;

  ModelsMissing(SeenModels models) {
    this.models = models;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "A model that is in use is not listed by its provider any more.";
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return models.conditions(
        organisation,
        NAME,
        (seen, people, moment) ->
            people.isInUse(seen.model()) ? judged(seen.event().kind()) : Optional.empty());
  }

  private static Optional<SeenModels.Judgement> judged(String kind) {
    return switch (kind) {
      case "model.missing" ->
          Optional.of(
              new SeenModels.Judgement(
                  AlertSeverity.WARNING,
                  "%s is missing from the lists of “%s”; no call has shown yet if it answers"));
      case "model.unlisted_alive" ->
          Optional.of(
              new SeenModels.Judgement(
                  AlertSeverity.INFO, "%s is not listed by “%s” any more, but still answers"));
      default -> Optional.empty();
    };
  }
}
