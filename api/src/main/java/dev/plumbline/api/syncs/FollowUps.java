package dev.plumbline.api.syncs;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.sync.JobFile;
import dev.plumbline.lifecycle.sync.PresenceEvent;
import dev.plumbline.lifecycle.sync.SyncChange;
import dev.plumbline.lifecycle.sync.SyncPlan;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Carries a plan into the calendar and the registry, each thing in a transaction of its own before
 * the plan counts as known: what fails is left out of what is known, so the next run tries again,
 * and what is done twice changes nothing.
 */
@ApplicationScoped
class FollowUps {

  /** In one run; the others come with the next. */
  private static final int MOST_FILES = 200;

  private final SyncedDates dates;
  private final SyncedModels models;
  private final AccountSync sync;

  FollowUps(SyncedDates dates, SyncedModels models, AccountSync sync) {
    this.dates = dates;
    this.models = models;
    this.sync = sync;
  }

  /**
   * What was left.
   *
   * @param failed subjects of changes that could not be carried out; the next run tries again
   * @param missing sentences about what there will not be
   */
  record Left(Set<String> failed, List<String> missing) {}

  Left carryOut(
      Organisation organisation, Actor actor, AccountEntity account, AccountSync.Reading reading) {
    SyncPlan plan = reading.plan();
    Set<String> failed = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    Files files = new Files(organisation, account);
    if (!done("dates", () -> dates.record(organisation, actor, account, plan))) {
      plan.changes().stream()
          .filter(FollowUps::isAboutADate)
          .map(SyncChange::subject)
          .forEach(failed::add);
    }
    for (SyncChange change : plan.changes()) {
      if (!done(
          change.subject(),
          () -> missing.addAll(carryOut(organisation, actor, account, change, files)))) {
        failed.add(change.subject());
      }
    }
    for (PresenceEvent event : plan.events()) {
      done(event.model(), () -> move(organisation, actor, account, event));
    }
    done("ends", () -> dates.sight(organisation, account, plan, reading.answering()));
    return new Left(failed, missing);
  }

  /** Result files of one run; after one that may come later the others are not asked for. */
  private final class Files implements Function<String, JobFile> {

    private final Organisation organisation;
    private final AccountEntity account;
    private int left = MOST_FILES;

    Files(Organisation organisation, AccountEntity account) {
      this.organisation = organisation;
      this.account = account;
    }

    @Override
    public JobFile apply(String file) {
      if (left-- <= 0) {
        return JobFile.later("it was not asked for");
      }
      JobFile read = sync.asking(organisation, account, feed -> feed.resultFile(file));
      left = read.later() ? 0 : left;
      return read;
    }
  }

  private static boolean isAboutADate(SyncChange change) {
    return change instanceof SyncChange.DateMoved || change instanceof SyncChange.ModelAppeared;
  }

  /** What there will not be. */
  private List<String> carryOut(
      Organisation organisation,
      Actor actor,
      AccountEntity account,
      SyncChange change,
      Files files) {
    Provider provider = new Provider(account.provider);
    if (change instanceof SyncChange.JobAppeared appeared) {
      return models.register(organisation, actor, provider, appeared.job(), files);
    }
    if (change instanceof SyncChange.JobChanged changed) {
      return models.register(organisation, actor, provider, changed.to(), files);
    }
    if (change instanceof SyncChange.DeploymentChanged deployment) {
      deployment
          .to()
          .ifPresentOrElse(
              now -> models.deploy(organisation, actor, account, now),
              () ->
                  deployment
                      .from()
                      .ifPresent(was -> models.undeploy(organisation, actor, account, was)));
    }
    return List.of();
  }

  private void move(
      Organisation organisation, Actor actor, AccountEntity account, PresenceEvent event) {
    models.move(
        organisation, actor, new ModelKey(new Provider(account.provider), event.model()), event);
  }

  /** One thing that cannot be carried out must not keep the others from it. */
  private static boolean done(String subject, Runnable step) {
    try {
      step.run();
      return true;
    } catch (ProblemException | SyncFailureException | IllegalArgumentException e) {
      Log.warnf("a sync could not carry out what it found about %s: %s", subject, e.getMessage());
      return false;
    }
  }
}
