package dev.plumbline.api.syncs;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.credentials.CredentialSecrets;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.lifecycle.sync.CallOutcome;
import dev.plumbline.lifecycle.sync.KnownState;
import dev.plumbline.lifecycle.sync.ListedModel;
import dev.plumbline.lifecycle.sync.ModelCall;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import dev.plumbline.lifecycle.sync.ProviderSnapshot;
import dev.plumbline.lifecycle.sync.SyncChange;
import dev.plumbline.lifecycle.sync.SyncPlan;
import dev.plumbline.lifecycle.sync.SyncReport;
import dev.plumbline.lifecycle.sync.TuningJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one account and keeps what it told; asking takes no transaction, keeping takes one. */
@ApplicationScoped
class AccountSync {

  /** Each costs a few tokens, and a run that wants more is more likely wrong than right. */
  private static final int MOST_CALLS = 10;

  private final SyncStateRepository states;
  private final SyncRunRepository runs;
  private final Connectors connectors;
  private final CredentialSecrets secrets;
  private final SyncEvents events;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  AccountSync(
      SyncStateRepository states,
      SyncRunRepository runs,
      Connectors connectors,
      CredentialSecrets secrets,
      SyncEvents events,
      Tenancy tenancy,
      AuditTrail trail,
      Clock clock) {
    this.states = states;
    this.runs = runs;
    this.connectors = connectors;
    this.secrets = secrets;
    this.events = events;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * What the provider told and what a run would change.
   *
   * @param calls of models that seemed to be gone
   */
  record Reading(SyncPlan plan, Map<String, ModelCall> calls) {

    /** Models that a call has shown to be alive. */
    Set<String> answering() {
      return calls.entrySet().stream()
          .filter(call -> call.getValue().outcome() == CallOutcome.ANSWERED)
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * Asks the provider.
   *
   * @param mayCall whether models that seem to be gone are called
   * @throws SyncFailureException when it cannot even be asked
   */
  Reading read(Organisation organisation, AccountEntity row, boolean mayCall) {
    KnownState known = states.known(organisation, row.id, row.toAccount().sentinel());
    return asking(organisation, row, feed -> read(known, feed, mayCall && row.confirm));
  }

  /**
   * Asks the provider something else in the account's name.
   *
   * @throws SyncFailureException when it cannot even be asked
   */
  <T> T asking(Organisation organisation, AccountEntity row, Function<ProviderFeed, T> question) {
    ProviderAccount account = row.toAccount();
    try (Secret key = secret(organisation, account.keys().use())) {
      Optional<ProviderAccess.Management> management = management(organisation, account);
      try {
        ProviderFeed feed =
            connectors
                .find(account.provider())
                .filter(each -> connectors.mayReceiveKeys(each, account.base()))
                .orElseThrow(
                    () -> new SyncFailureException("its address may not receive the key any more"))
                .open(new ProviderAccess(account.base(), key, account.aliases(), management));
        return question.apply(feed);
      } finally {
        management.ifPresent(each -> each.key().close());
      }
    }
  }

  private Secret secret(Organisation organisation, Optional<UUID> credential) {
    return credential
        .flatMap(id -> secrets.open(organisation, id))
        .orElseThrow(() -> new SyncFailureException("it has no credential; give it one"));
  }

  private Optional<ProviderAccess.Management> management(
      Organisation organisation, ProviderAccount account) {
    return account
        .resource()
        .flatMap(
            resource ->
                account
                    .keys()
                    .management()
                    .flatMap(id -> secrets.open(organisation, id))
                    .map(key -> new ProviderAccess.Management(resource, key)));
  }

  private Reading read(KnownState known, ProviderFeed feed, boolean mayCall) {
    Set<String> settled =
        known.jobs().values().stream()
            .filter(TuningJob::isOver)
            .map(TuningJob::id)
            .collect(Collectors.toUnmodifiableSet());
    ProviderSnapshot snapshot = feed.snapshot(settled);
    SyncPlan plan = SyncPlan.of(known, snapshot);
    Map<String, ModelCall> calls = mayCall ? calls(plan, feed) : Map.of();
    return new Reading(calls.isEmpty() ? plan : SyncPlan.of(known, snapshot, calls), calls);
  }

  private Map<String, ModelCall> calls(SyncPlan plan, ProviderFeed feed) {
    Map<String, CallOutcome> outcomes = new TreeMap<>();
    plan.wantCalls(MOST_CALLS).forEach(model -> outcomes.put(model, feed.call(model).outcome()));
    boolean sibling =
        outcomes.containsValue(CallOutcome.NOT_FOUND)
            && plan.sibling()
                .map(model -> feed.call(model).outcome() == CallOutcome.ANSWERED)
                .orElse(false);
    Instant now = clock.instant();
    Map<String, ModelCall> calls = new TreeMap<>();
    outcomes.forEach((model, outcome) -> calls.put(model, new ModelCall(now, outcome, sibling)));
    return calls;
  }

  /**
   * Keeps what was read, compared with what is known by now: another run may have been faster.
   *
   * @param failed subjects that could not be carried out; they stay as they were known
   * @param missing sentences about what there will not be
   */
  @Transactional
  SyncRunView keep(Run run, Reading reading, Set<String> failed, List<String> missing) {
    tenancy.enterAlone(run.organisation());
    KnownState known =
        states.known(run.organisation(), run.account().id, run.account().toAccount().sentinel());
    SyncPlan plan = SyncPlan.of(known, reading.plan().snapshot(), reading.calls());
    keepModels(run, known, plan, failed);
    keepOthers(run, plan, failed);
    states.keepEvents(
        run.organisation(),
        run.account().id,
        events.of(run.account().id, run.account().toAccount().provider(), plan));
    SyncRunView view =
        SyncRunView.of(
            UUID.randomUUID(),
            run.account().id,
            run.startedAt(),
            clock.instant(),
            report(plan, failed, missing));
    runs.add(run.organisation(), view, plan.poll().isComplete());
    record(run, view);
    return view;
  }

  /** A run that read nothing. */
  @Transactional
  SyncRunView keepFailure(Run run, String detail) {
    tenancy.enterAlone(run.organisation());
    SyncRunView view =
        SyncRunView.of(
            UUID.randomUUID(),
            run.account().id,
            run.startedAt(),
            clock.instant(),
            SyncReport.failed(detail));
    runs.add(run.organisation(), view, false);
    record(run, view);
    return view;
  }

  /** By schedule a run that changes nothing leaves no entry; somebody who asked for it does. */
  private void record(Run run, SyncRunView view) {
    if (view.changed() > 0 || run.actor().kind() != Actor.Kind.SYSTEM) {
      trail.record(
          run.organisation(),
          run.actor(),
          AuditedChange.of("provider-account.synced", "provider-account", run.account().id)
              .to(view));
    }
  }

  static SyncReport report(SyncPlan plan, Set<String> failed, List<String> missing) {
    SyncReport report = SyncReport.of(plan);
    if ((failed.isEmpty() && missing.isEmpty()) || report.outcome() == SyncReport.Outcome.FAILED) {
      return report;
    }
    List<String> words = new ArrayList<>();
    if (!failed.isEmpty()) {
      words.add("could not be carried out: " + String.join(", ", failed));
    }
    if (!missing.isEmpty()) {
      words.add("could not be read: " + String.join(", ", missing));
    }
    return new SyncReport(
        SyncReport.Outcome.PARTIAL,
        Optional.of(String.join("; ", words)),
        report.models(),
        report.changes(),
        report.events());
  }

  private void keepModels(Run run, KnownState known, SyncPlan plan, Set<String> failed) {
    Map<String, ListedModel> listed = new TreeMap<>(known.models());
    if (plan.poll().isComplete()) {
      plan.snapshot().models().stream()
          .filter(model -> !failed.contains(model.id()))
          .forEach(model -> listed.put(model.id(), model));
    }
    List<SyncStateRepository.ModelRow> changed = new ArrayList<>();
    plan.tracked()
        .forEach(
            (id, tracked) -> {
              ListedModel model = listed.get(id);
              boolean same =
                  tracked.equals(known.tracked().get(id))
                      && model != null
                      && model.equals(known.models().get(id));
              if (model != null && !same) {
                changed.add(new SyncStateRepository.ModelRow(model, tracked));
              }
            });
    states.keepModels(run.organisation(), run.account().id, changed);
  }

  private void keepOthers(Run run, SyncPlan plan, Set<String> failed) {
    List<SyncChange> carriedOut =
        plan.changes().stream().filter(change -> !failed.contains(change.subject())).toList();
    states.keepJobs(
        run.organisation(),
        run.account().id,
        carriedOut.stream().flatMap(AccountSync::job).toList());
    List<SyncChange.DeploymentChanged> deployments =
        carriedOut.stream()
            .filter(SyncChange.DeploymentChanged.class::isInstance)
            .map(SyncChange.DeploymentChanged.class::cast)
            .toList();
    states.keepDeployments(
        run.organisation(),
        run.account().id,
        deployments.stream().flatMap(each -> each.to().stream()).toList());
    states.removeDeployments(
        run.organisation(),
        run.account().id,
        deployments.stream().filter(each -> each.to().isEmpty()).map(SyncChange::subject).toList());
  }

  private static Stream<TuningJob> job(SyncChange change) {
    if (change instanceof SyncChange.JobAppeared appeared) {
      return Stream.of(appeared.job());
    }
    return change instanceof SyncChange.JobChanged changed
        ? Stream.of(changed.to())
        : Stream.empty();
  }

  /** What could not be read, for whoever asked. */
  static List<Finding> findings(Reading reading) {
    return reading.plan().snapshot().partial();
  }

  /** One run for one account. */
  record Run(Organisation organisation, Actor actor, AccountEntity account, Instant startedAt) {}
}
