package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.AccountHealth;
import dev.plumbline.api.syncs.SyncEvent;
import dev.plumbline.api.syncs.SyncReadings;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What runs have noticed about models at the accounts that are synced, for rules. */
@ApplicationScoped
class SeenModels {

  private static final int MOST_EVENTS = 50_000;
  private static final int LONGEST_NAME = 60;
  private static final String OF_PRESENCE = "model.";

  /** It is about the key of the account, and nothing tells its end. */
  private static final String NO_ACCESS = "model.no_access";

  private final SyncReadings readings;
  private final Concerned concerned;
  private final Clock clock;

  SeenModels(SyncReadings readings, Concerned concerned, Clock clock) {
    this.readings = readings;
    this.concerned = concerned;
    this.clock = clock;
  }

  /**
   * What a rule thinks of something that was noticed.
   *
   * @param words with a place for the model and one for the account
   */
  record Judgement(AlertSeverity severity, String words) {}

  /** A rule about the newest that was noticed of each model. */
  interface Judge {

    /** Empty when there is nothing to say at that moment. */
    Optional<Judgement> of(Seen seen, Concerned.People people, Instant moment);
  }

  /** A condition for each model and account of which the rule has something to say. */
  Function<LocalDate, Collection<Condition>> conditions(
      Organisation organisation, String rule, Judge judge) {
    List<Seen> history = history(organisation);
    Concerned.People people = concerned.of(organisation);
    return day -> {
      Instant moment = Days.lastMoment(day, clock);
      return newest(history, moment).stream()
          .flatMap(
              seen ->
                  judge.of(seen, people, moment).stream()
                      .map(judged -> seen.condition(rule, judged, people)))
          .toList();
    };
  }

  /** Something that a run noticed. */
  record Seen(SyncEvent event, AccountHealth account, ModelKey model) {

    /** Empty for a name that no model can have. */
    static Optional<Seen> of(SyncEvent event, AccountHealth account) {
      return ModelKey.find(account.provider(), event.subject())
          .map(model -> new Seen(event, account, model));
    }

    private Condition condition(String rule, Judgement judged, Concerned.People people) {
      String subject = Concerned.subject(model);
      String words =
          judged.words().formatted(subject, Concerned.shortened(account.name(), LONGEST_NAME));
      return new Condition(
          new AlertKey(rule, subject, account.account().toString()),
          judged.severity(),
          Days.summary(words + people.users(model)),
          provider().key(),
          people.contacts(model),
          Optional.empty(),
          people.link(model));
    }

    Provider provider() {
      return account.provider();
    }
  }

  /** The oldest first. */
  List<Seen> history(Organisation organisation) {
    Map<UUID, AccountHealth> accounts = new HashMap<>();
    readings.health(organisation).forEach(each -> accounts.put(each.account(), each));
    return readings.events(organisation, Instant.EPOCH, MOST_EVENTS).stream()
        .filter(event -> accounts.containsKey(event.account()))
        .flatMap(event -> Seen.of(event, accounts.get(event.account())).stream())
        .sorted(Comparator.comparing(seen -> seen.event().at()))
        .toList();
  }

  /** The newest about the presence of each model at an account that was known at a moment. */
  private static Collection<Seen> newest(List<Seen> history, Instant moment) {
    Map<List<Object>, Seen> newest = new LinkedHashMap<>();
    for (Seen each : history) {
      boolean counts =
          each.event().kind().startsWith(OF_PRESENCE) && !each.event().kind().equals(NO_ACCESS);
      if (counts && !each.event().at().isAfter(moment)) {
        newest.put(List.of(each.event().account(), each.event().subject()), each);
      }
    }
    return newest.values();
  }
}
