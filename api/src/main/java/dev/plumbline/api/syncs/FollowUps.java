package dev.plumbline.api.syncs;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.sync.PresenceEvent;
import dev.plumbline.lifecycle.sync.SyncChange;
import dev.plumbline.lifecycle.sync.SyncPlan;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Carries a plan into the calendar and the registry, each thing in a transaction of its own before
 * the plan counts as known: what fails is left out of what is known, so the next run tries again,
 * and what is done twice changes nothing.
 */
@ApplicationScoped
class FollowUps {

  private final SyncedDates dates;
  private final SyncedModels models;

  FollowUps(SyncedDates dates, SyncedModels models) {
    this.dates = dates;
    this.models = models;
  }

  /** Subjects of changes that could not be carried out. */
  Set<String> carryOut(
      Organisation organisation, Actor actor, AccountEntity account, AccountSync.Reading reading) {
    SyncPlan plan = reading.plan();
    Set<String> failed = new LinkedHashSet<>();
    if (!done("dates", () -> dates.record(organisation, actor, account, plan))) {
      plan.changes().stream()
          .filter(FollowUps::isAboutADate)
          .map(SyncChange::subject)
          .forEach(failed::add);
    }
    for (SyncChange change : plan.changes()) {
      if (!done(change.subject(), () -> carryOut(organisation, actor, account, change))) {
        failed.add(change.subject());
      }
    }
    for (PresenceEvent event : plan.events()) {
      done(event.model(), () -> move(organisation, actor, account, event));
    }
    done("ends", () -> dates.sight(organisation, account, plan, reading.answering()));
    return failed;
  }

  private static boolean isAboutADate(SyncChange change) {
    return change instanceof SyncChange.DateMoved || change instanceof SyncChange.ModelAppeared;
  }

  private void carryOut(
      Organisation organisation, Actor actor, AccountEntity account, SyncChange change) {
    Provider provider = new Provider(account.provider);
    if (change instanceof SyncChange.JobAppeared appeared) {
      models.register(organisation, actor, provider, appeared.job());
    } else if (change instanceof SyncChange.JobChanged changed) {
      models.register(organisation, actor, provider, changed.to());
    } else if (change instanceof SyncChange.DeploymentChanged deployment) {
      deployment
          .to()
          .ifPresentOrElse(
              now -> models.deploy(organisation, actor, account, now),
              () ->
                  deployment
                      .from()
                      .ifPresent(was -> models.undeploy(organisation, actor, account, was)));
    }
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
    } catch (ProblemException | IllegalArgumentException e) {
      Log.warnf("a sync could not carry out what it found about %s: %s", subject, e.getMessage());
      return false;
    }
  }
}
