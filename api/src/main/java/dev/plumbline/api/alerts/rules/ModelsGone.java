package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model cannot be called any more: before its day, or on it while somebody still uses it. It is
 * over when nobody does; of a fine-tune that nobody calls it is news for two weeks.
 */
@ApplicationScoped
class ModelsGone implements AlertRule {

  private static final String NAME = "model.gone";
  private static final Duration NEWS = Duration.ofDays(Days.NEWS);

  private final SeenModels models;

  ModelsGone(SeenModels models) {
    this.models = models;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "A model cannot be called any more, and somebody uses it or did not expect it.";
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
            people.isInUse(seen.model()) || isNews(seen, people, moment)
                ? judged(seen.event().kind())
                : Optional.empty());
  }

  private static boolean isNews(SeenModels.Seen seen, Concerned.People people, Instant moment) {
    return seen.event().kind().equals("model.gone_early")
        && people.isRegistered(seen.model())
        && seen.event().at().plus(NEWS).isAfter(moment);
  }

  private static Optional<SeenModels.Judgement> judged(String kind) {
    return switch (kind) {
      case "model.listed_dead" -> critical("%s is listed by “%s”, but cannot be called");
      case "model.gone_early" -> critical("%s is gone from “%s” before any day that was known");
      case "model.retired_as_planned" ->
          critical("%s was ended by “%s” as planned, and is still in use");
      default -> Optional.empty();
    };
  }

  private static Optional<SeenModels.Judgement> critical(String words) {
    return Optional.of(new SeenModels.Judgement(AlertSeverity.CRITICAL, words));
  }
}
