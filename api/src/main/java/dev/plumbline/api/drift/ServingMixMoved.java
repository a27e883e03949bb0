package dev.plumbline.api.drift;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.lifecycle.drift.fingerprint.WeeklyMix;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The weekly digest: one notice for all models whose mixture of backends moved in the week that is
 * over, and none when none did. It informs and is never more than that. A clump of days is found by
 * the stream of calls, a shift of a whole week by comparing it with the week before.
 */
@ApplicationScoped
class ServingMixMoved implements AlertRule {

  private static final String NAME = "drift.mix";
  private static final int MOST_NAMED = 5;
  private static final int LONGEST_NAME = 30;

  private final Targets targets;
  private final MixRepository weeks;
  private final MemberContacts members;

  ServingMixMoved(Targets targets, MixRepository weeks, MemberContacts members) {
    this.targets = targets;
    this.weeks = weeks;
    this.members = members;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Once a week: watched models whose mixture of known backends moved; information only.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return today -> {
      LocalDate week = WeeklyMix.lastWeek(today.atStartOfDay(ZoneOffset.UTC).toInstant());
      List<MixWeek> moved =
          weeks.since(organisation, week).stream()
              .filter(each -> each.moved() && each.week().equals(week))
              .toList();
      Map<UUID, Integer> told = weeks.told(organisation, week);
      List<String> names =
          targets.all(organisation).stream()
              .filter(Target::isActive)
              .filter(
                  target ->
                      moved.stream().anyMatch(each -> isOf(each, target))
                          || Objects.equals(told.get(target.id()), target.epoch()))
              .map(Target::name)
              .toList();
      return names.isEmpty()
          ? List.of()
          : List.of(condition(week, names, members.administrators(organisation)));
    };
  }

  private static boolean isOf(MixWeek week, Target target) {
    return week.target().equals(target.id()) && week.epoch() == target.epoch();
  }

  private static Condition condition(LocalDate week, List<String> names, List<String> contacts) {
    String named =
        String.join(", ", names.stream().limit(MOST_NAMED).map(ServingMixMoved::cut).toList());
    String more =
        names.size() > MOST_NAMED ? " and %d more".formatted(names.size() - MOST_NAMED) : "";
    return new Condition(
        new AlertKey(NAME, "", week.toString()),
        AlertSeverity.INFO,
        "in the week of %s the serving mix moved behind %s%s; no sign of another model"
            .formatted(week, named, more),
        "",
        contacts,
        Optional.empty(),
        "/drift");
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
