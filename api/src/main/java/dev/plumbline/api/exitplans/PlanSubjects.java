package dev.plumbline.api.exitplans;

import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.models.RegisteredDeployment;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.exit.ExitSubject.Dependant;
import dev.plumbline.lifecycle.exit.successor.Placement;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the registry knows of models to be left, read once for a whole list of plans. */
@ApplicationScoped
class PlanSubjects {

  private final Models models;
  private final Consumers consumers;
  private final Pins pins;
  private final Deployments deployments;

  PlanSubjects(Models models, Consumers consumers, Pins pins, Deployments deployments) {
    this.models = models;
    this.consumers = consumers;
    this.pins = pins;
    this.deployments = deployments;
  }

  /** The registry of one organisation at one moment. */
  record Registry(
      Map<ModelKey, RegisteredModel> models,
      Map<ModelKey, List<Dependant>> dependants,
      List<Deployment> deployments) {

    PlanSubject subject(ModelId model) {
      ModelKey key = new ModelKey(model.provider(), model.canonical());
      Optional<ModelFacts> facts = Optional.ofNullable(models.get(key)).map(RegisteredModel::facts);
      return new PlanSubject(
          model,
          facts.flatMap(each -> each.origin().base()).or(model::base),
          facts.flatMap(each -> each.custody().owner()),
          facts.flatMap(each -> each.custody().environment()).map(Environment::label),
          dependants.getOrDefault(key, List.of()),
          facts.flatMap(each -> each.run().cost().known()),
          facts.flatMap(each -> each.run().trainedTokens()),
          facts
              .flatMap(each -> each.run().finishedAt())
              .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)),
          placement(key));
    }

    /** Only where all deployments of a model agree, because a plan is about one place. */
    private Placement placement(ModelKey key) {
      List<Placement> found =
          deployments.stream()
              .filter(each -> each.target().equals(key))
              .map(each -> new Placement(each.type(), each.region(), Optional.empty()))
              .distinct()
              .toList();
      return found.size() == 1 ? found.get(0) : Placement.UNKNOWN;
    }
  }

  Registry of(Organisation organisation) {
    Map<ModelKey, RegisteredModel> registered =
        models.all(organisation).stream()
            .collect(Collectors.toMap(RegisteredModel::key, each -> each));
    List<Deployment> serving =
        deployments.all(organisation).stream()
            .filter(each -> each.removedAt().isEmpty())
            .map(RegisteredDeployment::deployment)
            .toList();
    return new Registry(registered, dependants(organisation), serving);
  }

  private Map<ModelKey, List<Dependant>> dependants(Organisation organisation) {
    Map<UUID, Consumer> running =
        consumers.all(organisation).stream()
            .filter(each -> each.archivedAt().isEmpty())
            .collect(Collectors.toMap(RegisteredConsumer::id, RegisteredConsumer::consumer));
    return pins.current(organisation).stream()
        .filter(each -> running.containsKey(each.consumerId()))
        .collect(
            Collectors.groupingBy(
                each -> each.pin().target(),
                Collectors.mapping(
                    each -> dependant(running.get(each.consumerId())),
                    Collectors.collectingAndThen(
                        Collectors.toList(), found -> found.stream().distinct().toList()))));
  }

  private static Dependant dependant(Consumer consumer) {
    return new Dependant(
        consumer.application(),
        Optional.of(consumer.owner()),
        Optional.of(consumer.contact()),
        Optional.of(consumer.criticality().label()));
  }
}
