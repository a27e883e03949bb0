package dev.plumbline.api.syncs;

import dev.plumbline.api.deprecations.NewObservation;
import dev.plumbline.api.deprecations.Observations;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.sync.ListedDate;
import dev.plumbline.lifecycle.sync.ListedModel;
import dev.plumbline.lifecycle.sync.SyncChange;
import dev.plumbline.lifecycle.sync.SyncPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells the calendar which dates a provider's interface states, and which it took back. */
@ApplicationScoped
class SyncedDates {

  private final Observations observations;
  private final ModelIds names = ModelIds.bundled();

  SyncedDates(Observations observations) {
    this.observations = observations;
  }

  void record(Organisation organisation, Actor actor, AccountEntity account, SyncPlan plan) {
    LocalDate today = LocalDate.ofInstant(plan.snapshot().at(), ZoneOffset.UTC);
    Provider provider = new Provider(account.provider);
    Source source =
        new Source(
            "%s's interface, account %s".formatted(account.provider, account.name),
            Source.Kind.PROVIDER_API);
    List<NewObservation> said = new ArrayList<>();
    for (Said each : said(plan)) {
      said.add(
          new NewObservation(
              ClaimKey.everywhere(subject(provider, each.model()), each.clock()),
              each.statement(),
              account.provider + "-api:" + account.id,
              source,
              today));
    }
    if (!said.isEmpty()) {
      observations.record(organisation, actor, said);
    }
  }

  /**
   * Tells which models a run has seen: those that answered, and those in a list that it believes.
   */
  void sight(
      Organisation organisation, AccountEntity account, SyncPlan plan, Set<String> answered) {
    Provider provider = new Provider(account.provider);
    Set<String> alive = new TreeSet<>(answered);
    alive.addAll(plan.snapshot().resolutions().values());
    observations.seen(
        organisation,
        ids(provider, alive),
        plan.poll().isComplete() ? ids(provider, plan.snapshot().ids()) : List.of(),
        LocalDate.ofInstant(plan.snapshot().at(), ZoneOffset.UTC));
  }

  /** A name of no known form has no date that could have passed. */
  private List<ModelId> ids(Provider provider, Collection<String> models) {
    return models.stream().sorted().flatMap(model -> id(provider, model).stream()).toList();
  }

  private Optional<ModelId> id(Provider provider, String model) {
    return ModelKey.find(provider, model).flatMap(names::find);
  }

  private record Said(String model, LifeClock clock, Statement statement) {

    static Said of(String model, LifeClock clock, Optional<ListedDate> date) {
      return new Said(
          model,
          clock,
          date.map(
                  each ->
                      Statement.of(
                          each.day(),
                          each.firm() ? ClaimCertainty.COMMITTED : ClaimCertainty.TENTATIVE))
              .orElseGet(Statement::withdrawn));
    }
  }

  private static List<Said> said(SyncPlan plan) {
    List<Said> said = new ArrayList<>();
    for (SyncChange change : plan.changes()) {
      if (change instanceof SyncChange.DateMoved moved) {
        said.add(Said.of(moved.subject(), moved.clock(), moved.to()));
      } else if (change instanceof SyncChange.ModelAppeared appeared) {
        ListedModel model = appeared.model();
        if (model.inferenceEnd().isPresent()) {
          said.add(Said.of(model.id(), LifeClock.INFERENCE, model.inferenceEnd()));
        }
        if (model.trainingEnd().isPresent()) {
          said.add(Said.of(model.id(), LifeClock.TRAINING, model.trainingEnd()));
        }
      }
    }
    return said;
  }

  private Subject subject(Provider provider, String model) {
    boolean tuned = id(provider, model).filter(id -> id.kind().isFineTuned()).isPresent();
    return new Subject(provider, tuned ? Subject.Kind.FINE_TUNE : Subject.Kind.BASE, model);
  }
}
