package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.pins.PinCheck;
import dev.plumbline.api.pins.PinChecks;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A pin that holds is one that the policy of its environment refuses today. The owner of the
 * application is asked; a waiver ends it, and so does another pin.
 */
@ApplicationScoped
class PinViolations implements AlertRule {

  private static final String NAME = "pin.violation";
  private static final int LONGEST_SLOT = 100;

  private final PinChecks checks;
  private final Consumers consumers;
  private final Concerned concerned;

  PinViolations(PinChecks checks, Consumers consumers, Concerned concerned) {
    this.checks = checks;
    this.consumers = consumers;
    this.concerned = concerned;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "An application is pinned to a model that the policy of its environment refuses.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> {
      Map<UUID, Consumer> applications = new HashMap<>();
      for (RegisteredConsumer each : consumers.all(organisation)) {
        applications.put(each.id(), each.consumer());
      }
      Concerned.People people = concerned.of(organisation);
      return checks.violations(organisation).stream()
          .map(check -> condition(check, applications.get(check.place().consumer()), people))
          .toList();
    };
  }

  private static Condition condition(
      PinCheck check, Consumer application, Concerned.People people) {
    ModelKey model = check.request().target().key();
    return new Condition(
        new AlertKey(
            NAME,
            check.place().consumer().toString(),
            Concerned.shortened(check.place().slot(), LONGEST_SLOT)),
        application.environment() == Environment.PRODUCTION
            ? AlertSeverity.ERROR
            : AlertSeverity.WARNING,
        Days.summary(
            "%s in %s is pinned to %s: %s"
                .formatted(
                    Concerned.shortened(application.application(), 60),
                    application.environment().label(),
                    Concerned.shortened(model.model(), 80),
                    reasons(check))),
        model.provider().key(),
        people.then(List.of(application.contact())),
        Optional.empty(),
        "/consumers#" + check.place().consumer());
  }

  private static String reasons(PinCheck check) {
    return check.verdict().standing().stream()
        .map(each -> each.reason())
        .collect(Collectors.joining("; "));
  }
}
