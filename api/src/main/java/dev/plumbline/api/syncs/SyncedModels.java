package dev.plumbline.api.syncs;

import dev.plumbline.api.evaluations.Evaluations;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.ModelMove;
import dev.plumbline.api.models.ModelRegistration;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.RegisteredDeployment;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.evaluation.LossCurve;
import dev.plumbline.lifecycle.evaluation.LossPoint;
import dev.plumbline.lifecycle.registry.Checkpoint;
import dev.plumbline.lifecycle.registry.Dataset;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.ModelState;
import dev.plumbline.lifecycle.registry.Origin;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.StateChange;
import dev.plumbline.lifecycle.registry.StateKind;
import dev.plumbline.lifecycle.registry.TrainingCost;
import dev.plumbline.lifecycle.registry.TrainingRun;
import dev.plumbline.lifecycle.registry.VersionUpgrade;
import dev.plumbline.lifecycle.sync.JobFile;
import dev.plumbline.lifecycle.sync.ListedDeployment;
import dev.plumbline.lifecycle.sync.PresenceEvent;
import dev.plumbline.lifecycle.sync.TuningJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells the registry of fine-tunes and deployments that a provider lists. */
@ApplicationScoped
class SyncedModels {

  private final Models models;
  private final Deployments deployments;
  private final Evaluations evaluations;
  private final Clock clock;
  private final ModelNames names = ModelNames.bundled();

  SyncedModels(Models models, Deployments deployments, Evaluations evaluations, Clock clock) {
    this.models = models;
    this.deployments = deployments;
    this.evaluations = evaluations;
    this.clock = clock;
  }

  /**
   * A job that runs is registered under its own id until its model has a name.
   *
   * @param files reads a result file
   * @return what is missing for good
   * @throws SyncFailureException when a result file may be there the next time
   */
  List<String> register(
      Organisation organisation,
      Actor actor,
      Provider provider,
      TuningJob job,
      Function<String, JobFile> files) {
    ModelRegistration registered =
        models.register(organisation, actor, facts(provider, job), state(job));
    UUID model = registered.model().id();
    if (!job.isOver() || evaluations.isNoted(organisation, model, job.id())) {
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    for (String file : job.training().resultFiles()) {
      JobFile read = files.apply(file);
      String name = "the result file %s of %s".formatted(file, job.id());
      if (read.later()) {
        throw new SyncFailureException(name + ": " + read.why().orElse("no answer"));
      }
      Optional<String> why =
          read.text()
              .map(
                  text ->
                      problem(
                          () -> evaluations.noteFile(organisation, actor, model, job.id(), text)))
              .orElse(read.why());
      if (read.text().isPresent() && why.isEmpty()) {
        return missing;
      }
      why.ifPresent(words -> missing.add(name + ": " + words));
    }
    problem(() -> evaluations.note(organisation, actor, model, job.id(), LossCurve.of(losses(job))))
        .ifPresent(words -> missing.add("the losses of " + job.id() + ": " + words));
    return missing;
  }

  private static Optional<String> problem(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem().detail());
    }
  }

  private static List<LossPoint> losses(TuningJob job) {
    return Stream.concat(
            job.checkpoints().stream().map(TuningJob.Checkpoint::metrics),
            job.events().stream().map(TuningJob.Event::metrics))
        .flatMap(metrics -> LossPoint.ofMetrics(metrics).stream())
        .toList();
  }

  private ModelFacts facts(Provider provider, TuningJob job) {
    ModelKey key = new ModelKey(provider, job.tunedModel().orElse(job.id()));
    return ModelFacts.named(key)
        .from(origin(job.startsFrom()))
        .madeBy(run(job))
        .withCheckpoints(
            job.checkpoints().stream()
                .filter(each -> each.step() > 0)
                .map(
                    each ->
                        new Checkpoint(
                            each.model(), each.step(), Optional.of(each.id()), each.metrics()))
                .toList());
  }

  private Origin origin(String startsFrom) {
    if (names.parse(startsFrom) instanceof ModelId id && id.kind().isFineTuned()) {
      return new Origin(id.base(), Optional.of(startsFrom));
    }
    return Origin.ofBase(startsFrom);
  }

  private static TrainingRun run(TuningJob job) {
    TuningJob.Training training = job.training();
    return new TrainingRun(
        Optional.of(job.id()),
        training.method(),
        training.seed().stream().boxed().findFirst(),
        training.settings(),
        training.trainedTokens().stream().boxed().filter(count -> count >= 0).findFirst(),
        job.times().finishedAt(),
        new Dataset(
            Stream.concat(training.trainingFile().stream(), training.validationFile().stream())
                .toList(),
            Optional.empty(),
            Optional.empty()),
        TrainingCost.UNKNOWN);
  }

  private static ModelState state(TuningJob job) {
    Instant at = job.times().finishedAt().orElse(job.times().createdAt());
    return switch (job.status()) {
      case "succeeded" -> new ModelState.Ready(at);
      case "failed", "cancelled" ->
          new ModelState.Failed(at, job.training().error().orElse("the job was " + job.status()));
      default -> new ModelState.Training(job.times().createdAt());
    };
  }

  /** One that is gone, or is there again; states that do not allow it stay, for people decided. */
  void move(Organisation organisation, Actor actor, ModelKey key, PresenceEvent event) {
    Optional<StateKind> to = stateAfter(event.kind());
    Optional<RegisteredModel> known = models.find(organisation, key);
    if (to.isEmpty() || known.isEmpty() || !known.get().state().next().contains(to.get())) {
      return;
    }
    boolean back = to.get() == StateKind.READY;
    if (back && known.get().state().kind() != StateKind.GONE) {
      return;
    }
    String why =
        switch (event.kind()) {
          case RETIRED_AS_PLANNED -> "the provider ended it as planned";
          case GONE_EARLY -> "the provider no longer has it";
          default -> "the provider has it again";
        };
    Instant since = known.get().state().since();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    models.move(
        organisation,
        actor,
        known.get().id(),
        new ModelMove(to.get(), StateChange.at(now.isBefore(since) ? since : now).because(why)));
  }

  private static Optional<StateKind> stateAfter(PresenceEvent.Kind kind) {
    return switch (kind) {
      case RETIRED_AS_PLANNED, GONE_EARLY -> Optional.of(StateKind.GONE);
      case REAPPEARED -> Optional.of(StateKind.READY);
      case APPEARED, MISSING, UNLISTED_ALIVE, LISTED_DEAD, RECOVERED, NO_ACCESS -> Optional.empty();
    };
  }

  void deploy(
      Organisation organisation, Actor actor, AccountEntity account, ListedDeployment listed) {
    deployments.register(
        organisation,
        actor,
        new Deployment(
            new Provider(account.provider),
            account.name,
            listed.name(),
            listed.model(),
            Optional.empty(),
            type(listed),
            listed.type(),
            listed.upgrades().flatMap(SyncedModels::upgrade),
            Optional.empty()));
  }

  void undeploy(
      Organisation organisation, Actor actor, AccountEntity account, ListedDeployment listed) {
    List<RegisteredDeployment> known =
        deployments.all(organisation).stream()
            .filter(each -> each.deployment().provider().key().equals(account.provider))
            .filter(each -> each.deployment().account().equals(account.name))
            .filter(each -> each.deployment().name().equals(listed.name()))
            .toList();
    known.forEach(each -> deployments.remove(organisation, actor, each.id()));
  }

  private static Optional<DeploymentType> type(ListedDeployment listed) {
    String sku = listed.type().orElse("").toLowerCase(Locale.ROOT);
    return Stream.of(DeploymentType.values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).replace("_", "").equals(sku))
        .findFirst();
  }

  private static Optional<VersionUpgrade> upgrade(String word) {
    return switch (word) {
      case "OnceNewDefaultVersionAvailable" -> Optional.of(VersionUpgrade.ONCE_NEW_DEFAULT);
      case "OnceCurrentVersionExpired" -> Optional.of(VersionUpgrade.ONCE_EXPIRED);
      case "NoAutoUpgrade" -> Optional.of(VersionUpgrade.NONE);
      default -> Optional.empty();
    };
  }
}
