package dev.plumbline.api.drift;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;

/** A watched model may have changed; it is looked at more closely. */
@ApplicationScoped
class DriftSuspected implements AlertRule {

  private final DriftAlerts alerts;

  DriftSuspected(DriftAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "drift.suspected";
  }

  @Override
  public String about() {
    return "A watched model may have changed; it is looked at more closely.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> alerts.of(organisation, name(), "suspected", "the model may have changed");
  }
}
