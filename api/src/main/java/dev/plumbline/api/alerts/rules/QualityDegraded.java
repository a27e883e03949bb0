package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.evaluations.Quality;
import dev.plumbline.api.evaluations.QualityView;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Applications report worse answers than before: whoever owns the model hears of it. */
@ApplicationScoped
class QualityDegraded implements AlertRule {

  private static final String NAME = "quality.degraded";
  private static final int LONGEST_PLACE = 150;

  private final Quality quality;
  private final Concerned concerned;

  QualityDegraded(Quality quality, Concerned concerned) {
    this.quality = quality;
    this.concerned = concerned;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Grades that applications report have become worse.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> {
      Concerned.People people = concerned.of(organisation);
      return quality.of(organisation).stream()
          .flatMap(view -> severity(view).map(how -> condition(view, how, people)).stream())
          .toList();
    };
  }

  private static Optional<AlertSeverity> severity(QualityView view) {
    return switch (view.standing()) {
      case "confirmed" -> Optional.of(AlertSeverity.ERROR);
      case "suspected" -> Optional.of(AlertSeverity.INFO);
      default -> Optional.empty();
    };
  }

  private static Condition condition(
      QualityView view, AlertSeverity severity, Concerned.People people) {
    ModelKey model = new ModelKey(new Provider(view.provider()), view.model());
    String subject = Concerned.subject(model);
    String page = people.link(model);
    return new Condition(
        new AlertKey(NAME, subject, Concerned.shortened(view.deployment(), LONGEST_PLACE)),
        severity,
        Days.summary("answers of %s are %s".formatted(subject, view.words())),
        view.provider(),
        people.contacts(model),
        Optional.empty(),
        people.isRegistered(model) ? page + "/evaluation" : page);
  }
}
