package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.exitplans.ExitPlans;
import dev.plumbline.api.exitplans.OverdueStep;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The last day of a step in an exit plan is over; after a week it is an error. */
@ApplicationScoped
class StepsOverdue implements AlertRule {

  private static final String NAME = "plan.step_overdue";
  private static final int ERROR_AFTER_DAYS = 7;

  private final ExitPlans plans;
  private final Concerned concerned;
  private final MemberContacts members;

  StepsOverdue(ExitPlans plans, Concerned concerned, MemberContacts members) {
    this.plans = plans;
    this.concerned = concerned;
    this.members = members;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "The last day for a step of an exit plan is over, and nobody has done it.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> {
      Concerned.People people = concerned.of(organisation);
      return plans.overdueSteps(organisation, today).stream()
          .map(step -> condition(organisation, step, people, today))
          .toList();
    };
  }

  private Condition condition(
      Organisation organisation, OverdueStep step, Concerned.People people, LocalDate today) {
    boolean late = ChronoUnit.DAYS.between(step.due(), today) > ERROR_AFTER_DAYS;
    ModelKey model = new ModelKey(new Provider(step.provider()), step.model());
    List<String> contacts = new ArrayList<>();
    step.owner().flatMap(owner -> members.named(organisation, owner)).ifPresent(contacts::add);
    contacts.addAll(people.contacts(model));
    return new Condition(
        new AlertKey(NAME, step.plan().toString(), Concerned.shortened(step.key(), 100)),
        late ? AlertSeverity.ERROR : AlertSeverity.WARNING,
        Days.summary(
            "“%s” in the exit plan of %s was due on %s%s"
                .formatted(
                    Concerned.shortened(step.title(), 80),
                    Concerned.shortened(step.model(), 100),
                    step.due(),
                    step.owner().map(who -> ", by " + Concerned.shortened(who, 60)).orElse(""))),
        step.provider(),
        people.then(contacts),
        Optional.empty(),
        "/exit-plans/" + step.plan());
  }
}
