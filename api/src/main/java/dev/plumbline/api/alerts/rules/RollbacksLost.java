package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.rollbacks.RollbackView;
import dev.plumbline.api.rollbacks.WaysBack;
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

/**
 * The model before answered once and one cannot go back to it now: it ends too soon, a call failed,
 * or nobody has seen it for too long. Two weeks after its end that is no news any more.
 */
@ApplicationScoped
class RollbacksLost implements AlertRule {

  private static final String NAME = "rollback.lost";

  private final WaysBack ways;
  private final Concerned concerned;

  RollbacksLost(WaysBack ways, Concerned concerned) {
    this.ways = ways;
    this.concerned = concerned;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "One can no longer go back to the model that a deployment or application called before.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> {
      Concerned.People people = concerned.of(organisation);
      return ways.lost(organisation, today.minusDays(Days.NEWS)).stream()
          .map(view -> condition(view, people))
          .toList();
    };
  }

  private static Condition condition(RollbackView view, Concerned.People people) {
    String page = view.kind().equals("deployment") ? "/deployments#" : "/consumers#";
    return new Condition(
        new AlertKey(NAME, view.id().toString(), Concerned.shortened(view.previousModel(), 100)),
        AlertSeverity.WARNING,
        Days.summary(
            "%s cannot go back: %s"
                .formatted(Concerned.shortened(view.place(), 100), view.reason())),
        view.previousProvider(),
        people.contacts(new ModelKey(new Provider(view.provider()), view.model())),
        Optional.empty(),
        page + view.id());
  }
}
