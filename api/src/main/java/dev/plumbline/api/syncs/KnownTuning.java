package dev.plumbline.api.syncs;

import dev.plumbline.api.deprecations.TuningRecords;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.eligibility.TuningEvidence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is known of an organisation's fine-tuning from its registry and its accounts. Accounts list
 * every job but no calls: so that there was no job can be known, and that there was no call cannot.
 */
@ApplicationScoped
class KnownTuning implements TuningRecords {

  private final Models models;
  private final AccountRepository accounts;
  private final SyncRunRepository runs;

  KnownTuning(Models models, AccountRepository accounts, SyncRunRepository runs) {
    this.models = models;
    this.accounts = accounts;
    this.runs = runs;
  }

  @Override
  @Transactional
  public Map<Provider, TuningEvidence> of(Organisation organisation) {
    Map<Provider, TuningEvidence> evidence = new HashMap<>();
    readProviders(organisation)
        .forEach(
            provider ->
                evidence.put(
                    provider, new TuningEvidence(Optional.empty(), Optional.empty(), true)));
    models
        .tuningDays(organisation)
        .forEach(
            (provider, days) ->
                evidence.put(
                    provider,
                    new TuningEvidence(Optional.of(days.firstJob()), days.lastTunedCall(), false)));
    return evidence;
  }

  /** Those of which every account was read completely the last time. */
  private List<Provider> readProviders(Organisation organisation) {
    List<UUID> complete = runs.lastWereComplete(organisation);
    Map<String, List<AccountEntity>> byProvider =
        accounts.all(organisation).stream()
            .filter(AccountEntity::isEnabled)
            .collect(Collectors.groupingBy(row -> row.provider));
    return byProvider.entrySet().stream()
        .filter(each -> each.getValue().stream().allMatch(row -> complete.contains(row.id)))
        .map(each -> new Provider(each.getKey()))
        .toList();
  }
}
