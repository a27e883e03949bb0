package dev.plumbline.api.syncs;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What runs found, for whoever wants to read it. */
@ApplicationScoped
public class SyncReadings {

  private final SyncStateRepository states;
  private final SyncRunRepository runs;
  private final AccountRepository accounts;

  SyncReadings(SyncStateRepository states, SyncRunRepository runs, AccountRepository accounts) {
    this.states = states;
    this.runs = runs;
    this.accounts = accounts;
  }

  /** Something that a run noticed, with whose account it was. */
  public record Noticed(Provider provider, String account, SyncEvent event) {}

  /** The newest first, of disabled accounts too; for other features. */
  @Transactional
  public List<Noticed> noticed(Organisation organisation, Instant since, int limit) {
    Map<UUID, AccountEntity> rows = new HashMap<>();
    accounts.all(organisation).forEach(row -> rows.put(row.id, row));
    return runs.events(organisation, since, limit).stream()
        .map(
            event -> {
              AccountEntity row = rows.get(event.account());
              return new Noticed(new Provider(row.provider), row.name, event);
            })
        .toList();
  }

  /** Of every account that is synced, by name; for other features. */
  @Transactional
  public List<AccountHealth> health(Organisation organisation) {
    Map<UUID, List<AccountHealth.Streak>> streaks = runs.streaks(organisation);
    return accounts.all(organisation).stream()
        .filter(AccountEntity::isEnabled)
        .map(
            row ->
                new AccountHealth(
                    row.id,
                    row.name,
                    new Provider(row.provider),
                    row.changedAt,
                    streaks.getOrDefault(row.id, List.of())))
        .toList();
  }

  /** The newest first, for other features; whoever calls has decided that they may be read. */
  public List<SyncEvent> events(Organisation organisation, Instant since, int limit) {
    return runs.events(organisation, since, limit);
  }

  /** The newest first, for other features. */
  public List<SyncRunView> runs(Organisation organisation, int limit) {
    return runs.newest(organisation, limit);
  }

  /** When each account was last read completely; one that never was is not in it. */
  public Map<UUID, Instant> lastComplete(Organisation organisation) {
    return runs.lastComplete(organisation);
  }

  List<SyncEvent> events(Caller caller, Instant since, int limit) {
    caller.require(Permissions.PROVIDERS_READ, Optional.empty());
    return events(caller.organisation(), since, limit);
  }

  List<SyncRunView> runs(Caller caller, int limit) {
    caller.require(Permissions.PROVIDERS_READ, Optional.empty());
    return runs(caller.organisation(), limit);
  }

  List<ProviderModelView> models(Caller caller, UUID account) {
    caller.require(Permissions.PROVIDERS_READ, Optional.empty());
    return states.models(caller.organisation(), account).stream()
        .map(ProviderModelView::of)
        .toList();
  }
}
