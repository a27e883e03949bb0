package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.SyncEvent;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An alias means another snapshot than before, and other prices with it. Nothing ever takes that
 * back, so it is news for two weeks; a second move is an alert of its own.
 */
@ApplicationScoped
class AliasesMoved implements AlertRule {

  private static final String NAME = "alias.moved";
  private static final Duration NEWS = Duration.ofDays(Days.NEWS);

  private final SeenModels models;
  private final Concerned concerned;
  private final Clock clock;

  AliasesMoved(SeenModels models, Concerned concerned, Clock clock) {
    this.models = models;
    this.concerned = concerned;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "An alias means another snapshot than before, and what that does to its prices.";
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    List<SeenModels.Seen> moves =
        models.history(organisation).stream()
            .filter(seen -> seen.event().isAliasMove() && seen.event().before().isPresent())
            .toList();
    Concerned.People people = concerned.of(organisation);
    return day -> {
      Instant moment = Days.lastMoment(day, clock);
      Map<AlertKey, Condition> byKey = new LinkedHashMap<>();
      moves.stream()
          .filter(seen -> !seen.event().at().isAfter(moment))
          .filter(seen -> seen.event().at().plus(NEWS).isAfter(moment))
          .map(seen -> condition(seen, people))
          .forEach(each -> byKey.put(each.key(), each));
      return byKey.values();
    };
  }

  /** Two accounts that notice the same move tell of it once. */
  private static Condition condition(SeenModels.Seen seen, Concerned.People people) {
    SyncEvent event = seen.event();
    String subject = Concerned.subject(seen.model());
    String now = event.after().orElse("");
    return new Condition(
        new AlertKey(NAME, subject, Concerned.shortened(now, 40)),
        people.isInUse(seen.model()) ? AlertSeverity.WARNING : AlertSeverity.INFO,
        Days.summary(
            "%s means %s, before %s%s; %s"
                .formatted(
                    subject,
                    now,
                    event.before().orElse(""),
                    people.users(seen.model()),
                    event.effect().orElse(""))),
        seen.provider().key(),
        people.contacts(seen.model()),
        Optional.empty(),
        people.link(seen.model()));
  }
}
