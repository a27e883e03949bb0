package dev.plumbline.api.drift;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;

/** A watched model is not the same any more. */
@ApplicationScoped
class DriftConfirmed implements AlertRule {

  private final DriftAlerts alerts;

  DriftConfirmed(DriftAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "drift.confirmed";
  }

  @Override
  public String about() {
    return "A watched model is not the same any more.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> alerts.of(organisation, name(), "confirmed", "the model has changed");
  }
}
