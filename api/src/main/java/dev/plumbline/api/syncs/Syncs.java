package dev.plumbline.api.syncs;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.secrets.MasterKeyMissingException;
import dev.plumbline.api.secrets.SealBrokenException;
import dev.plumbline.lifecycle.sync.SyncReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks providers what there is: of one account or of all, to look or to keep. */
@ApplicationScoped
public class Syncs {

  private final AccountRepository accounts;
  private final AccountSync sync;
  private final FollowUps followUps;
  private final MeterRegistry metrics;
  private final Clock clock;

  Syncs(
      AccountRepository accounts,
      AccountSync sync,
      FollowUps followUps,
      MeterRegistry metrics,
      Clock clock) {
    this.accounts = accounts;
    this.sync = sync;
    this.followUps = followUps;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Every account that is not disabled; one that fails does not keep the others from it. */
  public List<SyncRunView> all(Organisation organisation, Actor actor, boolean dryRun) {
    List<SyncRunView> views = new ArrayList<>();
    for (AccountEntity account : accounts.all(organisation)) {
      if (account.isEnabled()) {
        views.add(one(organisation, actor, account, dryRun));
      }
    }
    return views;
  }

  /** One account, disabled or not; empty when the organisation has no such account. */
  public Optional<SyncRunView> one(
      Organisation organisation, Actor actor, UUID account, boolean dryRun) {
    return accounts.find(organisation, account).map(row -> one(organisation, actor, row, dryRun));
  }

  private SyncRunView one(
      Organisation organisation, Actor actor, AccountEntity account, boolean dryRun) {
    AccountSync.Run run = new AccountSync.Run(organisation, actor, account, clock.instant());
    SyncRunView view = dryRun ? looked(run) : done(run);
    metrics
        .counter(
            MetricNames.SYNC_RUNS,
            MetricNames.PROVIDER,
            account.provider,
            MetricNames.OUTCOME,
            view.outcome())
        .increment();
    return view;
  }

  private SyncRunView done(AccountSync.Run run) {
    try {
      AccountSync.Reading reading = sync.read(run.organisation(), run.account(), true);
      FollowUps.Left left =
          followUps.carryOut(run.organisation(), run.actor(), run.account(), reading);
      return sync.keep(run, reading, left.failed(), left.missing());
    } catch (RuntimeException e) {
      return sync.keepFailure(run, words(run, e));
    }
  }

  /** Nothing is kept, and no model is called. */
  private SyncRunView looked(AccountSync.Run run) {
    Instant start = run.startedAt();
    try {
      AccountSync.Reading reading = sync.read(run.organisation(), run.account(), false);
      return SyncRunView.of(
          null,
          run.account().id,
          start,
          clock.instant(),
          AccountSync.report(reading.plan(), Set.of(), List.of()));
    } catch (RuntimeException e) {
      return SyncRunView.of(
          null, run.account().id, start, clock.instant(), SyncReport.failed(words(run, e)));
    }
  }

  private static String words(AccountSync.Run run, RuntimeException failure) {
    if (failure instanceof SyncFailureException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof MasterKeyMissingException || failure instanceof SealBrokenException) {
      return "its credential cannot be opened";
    }
    Log.errorf(failure, "the sync of provider account %s failed", run.account().id);
    return "the server failed; its log has the cause";
  }
}
