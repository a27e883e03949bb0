package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.AccountHealth;
import dev.plumbline.api.syncs.SyncReadings;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How runs went for the accounts at providers that are synced, for rules. */
@ApplicationScoped
class SeenAccounts {

  private static final String PAGE = "/settings/providers";

  private final SyncReadings readings;
  private final MemberContacts members;
  private final Clock clock;

  SeenAccounts(SyncReadings readings, MemberContacts members, Clock clock) {
    this.readings = readings;
    this.members = members;
    this.clock = clock;
  }

  /**
   * A condition for each account of which there is something to say.
   *
   * @param words what is wrong with an account at a moment, after {@code The account “…”}
   */
  Function<LocalDate, Collection<Condition>> conditions(
      Organisation organisation,
      String rule,
      AlertSeverity severity,
      BiFunction<AccountHealth, Instant, Optional<String>> words) {
    List<AccountHealth> accounts = readings.health(organisation);
    List<String> administrators = members.administrators(organisation);
    return day -> {
      Instant moment = Days.lastMoment(day, clock);
      return accounts.stream()
          .flatMap(
              account ->
                  words.apply(account, moment).stream()
                      .map(
                          wrong ->
                              new Condition(
                                  AlertKey.of(rule, account.account().toString()),
                                  severity,
                                  Days.summary(
                                      "The account “%s” %s".formatted(account.name(), wrong)),
                                  account.provider().key(),
                                  administrators,
                                  Optional.empty(),
                                  PAGE)))
          .toList();
    };
  }
}
