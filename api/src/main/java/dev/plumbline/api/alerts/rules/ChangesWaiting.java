package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.changes.Changes;
import dev.plumbline.api.changes.RecordedChange;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.lifecycle.change.ModelChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A change waits for its approval; those who may give it are asked, and not its author. */
@ApplicationScoped
class ChangesWaiting implements AlertRule {

  private static final String NAME = "change.waiting";

  private final Changes changes;
  private final MemberContacts members;

  ChangesWaiting(Changes changes, MemberContacts members) {
    this.changes = changes;
    this.members = members;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Somebody asked for a change of model, and nobody has approved or refused it.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> {
      Map<UUID, String> approvers = members.holding(organisation, Permissions.PLANS_APPROVE);
      return changes.pending(organisation).stream()
          .map(change -> condition(change, approvers))
          .toList();
    };
  }

  private static Condition condition(RecordedChange recorded, Map<UUID, String> approvers) {
    ModelChange change = recorded.change();
    List<String> others =
        approvers.entrySet().stream()
            .filter(each -> !each.getKey().toString().equals(change.author().id()))
            .map(Map.Entry::getValue)
            .toList();
    return new Condition(
        AlertKey.of(NAME, recorded.id().toString()),
        AlertSeverity.INFO,
        Days.summary(
            "%s asks to move %s from %s to %s on %s"
                .formatted(
                    Concerned.shortened(change.author().name(), 60),
                    Concerned.shortened(change.request().where(), 80),
                    Concerned.shortened(change.request().from().canonical(), 60),
                    change
                        .request()
                        .to()
                        .map(to -> Concerned.shortened(to.canonical(), 60))
                        .orElse("nothing"),
                    change.request().switchDate())),
        change.request().from().provider().key(),
        others,
        Optional.empty(),
        "/changes/" + recorded.id());
  }
}
