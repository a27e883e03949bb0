package dev.plumbline.api.drift;

import dev.plumbline.api.exitplans.ExitPlans;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import dev.plumbline.lifecycle.probe.plan.Arm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stands of watched models, as conditions of alerts. */
@ApplicationScoped
class DriftAlerts {

  private static final int LONGEST = 300;

  private final Targets targets;
  private final VerdictRepository verdicts;
  private final ExitPlans plans;
  private final MemberContacts members;

  DriftAlerts(
      Targets targets, VerdictRepository verdicts, ExitPlans plans, MemberContacts members) {
    this.targets = targets;
    this.verdicts = verdicts;
    this.plans = plans;
    this.members = members;
  }

  /** Every target that stands in the state, but for models that are being left on purpose. */
  List<Condition> of(Organisation organisation, String rule, String state, String words) {
    Map<UUID, Target> watched =
        targets.all(organisation).stream()
            .filter(Target::isActive)
            .collect(Collectors.toMap(Target::id, Function.identity()));
    List<String> administrators = members.administrators(organisation);
    List<Condition> conditions = new ArrayList<>();
    for (Standing standing : verdicts.standings(organisation)) {
      Target target = watched.get(standing.target());
      boolean tells =
          target != null
              && standing.state().equals(state)
              && standing.epoch() == target.epoch()
              && !isBeingLeft(organisation, target);
      if (tells) {
        Optional<VerdictRow> told = told(organisation, standing);
        conditions.add(
            new Condition(
                new AlertKey(rule, target.id().toString(), standing.watch().label()),
                severity(standing, told),
                summary(target, standing, words, told.flatMap(VerdictRow::money)),
                target.subject().arm().provider().key(),
                administrators,
                Optional.empty(),
                "/drift/" + target.id()));
      }
    }
    return conditions;
  }

  /** The verdict that led to the standing. */
  private Optional<VerdictRow> told(Organisation organisation, Standing standing) {
    return verdicts.verdicts(organisation, standing.target(), 20).stream()
        .filter(each -> each.epoch() == standing.epoch() && each.watch() == standing.watch())
        .filter(each -> each.state().equals(standing.state()))
        .findFirst();
  }

  /** One that is sure and larger than its limits wakes somebody; a suspicion only informs. */
  private static AlertSeverity severity(Standing standing, Optional<VerdictRow> told) {
    if (!standing.state().equals("confirmed")) {
      return AlertSeverity.INFO;
    }
    return told.map(VerdictRow::page).orElse(false)
        ? AlertSeverity.CRITICAL
        : AlertSeverity.WARNING;
  }

  /** The money stands before the reason, which may be long. */
  private static String summary(
      Target target, Standing standing, String words, Optional<MoneyFigures> money) {
    Optional<MoneyFigures> figures =
        money.flatMap(
            told -> told.traffic().isPresent() ? money : target.traffic().map(told::with));
    String text =
        "%s (%s): %s by its %s; %s%s"
            .formatted(
                target.name(),
                target.subject().arm().model(),
                words,
                standing.watch().words(),
                figures.flatMap(MoneyImpactView::sentence).map(each -> each + "; ").orElse(""),
                standing.reason());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** A model with an open exit plan is replaced anyway. */
  private boolean isBeingLeft(Organisation organisation, Target target) {
    Arm arm = target.subject().arm();
    Optional<ModelId> model =
        ModelNames.bundled()
            .parse(arm.model())
            .match(id -> Optional.of(id.servedBy(arm.provider())), none -> Optional.empty());
    return model.map(id -> plans.isOpen(organisation, id)).orElse(false);
  }
}
