package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.AccountHealth;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * An account at a provider does not answer. It mutes what single models of that provider seem to
 * do.
 */
@ApplicationScoped
class AccountsDown implements AlertRule {

  private static final String NAME = "provider.down";
  private static final Duration LONGEST_SILENCE = Duration.ofHours(24);

  private final SeenAccounts accounts;

  AccountsDown(SeenAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Three runs in a row could not read an account at a provider, or none has for a day.";
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    return accounts.conditions(
        organisation,
        NAME,
        AlertSeverity.ERROR,
        (account, moment) -> failing(account, moment).or(() -> silence(account, moment)));
  }

  private static Optional<String> failing(AccountHealth account, Instant moment) {
    return account
        .lasting(AccountHealth.Outcome.FAILED, moment)
        .map(
            streak ->
                "cannot be read since %s: %s"
                    .formatted(Days.minute(streak.from()), streak.detail()));
  }

  private static Optional<String> silence(AccountHealth account, Instant moment) {
    Instant last = account.lastRead(moment);
    return last.plus(LONGEST_SILENCE).isAfter(moment)
        ? Optional.empty()
        : Optional.of("was not read since " + Days.minute(last));
  }
}
