package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.AccountHealth;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;

/**
 * An account at a provider is read in parts only. It has a name of its own because what was read is
 * sound: it mutes nothing.
 */
@ApplicationScoped
class AccountsPartial implements AlertRule {

  private static final String NAME = "provider.partial";

  private final SeenAccounts accounts;

  AccountsPartial(SeenAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Three runs in a row could read only parts of an account at a provider.";
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
        AlertSeverity.WARNING,
        (account, moment) ->
            account
                .lasting(AccountHealth.Outcome.PARTIAL, moment)
                .map(
                    streak ->
                        "is read only in parts since %s: %s"
                            .formatted(Days.minute(streak.from()), streak.detail())));
  }
}
