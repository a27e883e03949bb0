package dev.plumbline.api.pins;

import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.Evidence;
import dev.plumbline.api.models.EvidenceKind;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.RegisteredDeployment;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.registry.ModelDates;
import dev.plumbline.core.model.AliasTarget;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.lifecycle.pinning.PinTarget;
import dev.plumbline.lifecycle.pinning.RollbackTarget;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.Lineage;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.VersionUpgrade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an organisation knows about the models that it pins, read once for many questions. */
final class PinFacts {

  private final Organisation organisation;
  private final ModelDates dates;
  private final Map<EvidenceKind, Map<ModelKey, Instant>> evidence;
  private final Instant at;
  private final Lineage lineage;
  private final Map<ModelKey, RegisteredModel> registered = new HashMap<>();
  private final Map<ModelKey, List<Deployment>> deployed = new HashMap<>();
  private final ModelIds ids = ModelIds.bundled();

  PinFacts(
      Organisation organisation,
      Models models,
      Deployments deployments,
      ModelDates dates,
      Evidence evidence,
      Instant at) {
    this.organisation = organisation;
    this.dates = dates;
    this.evidence = evidence.newest(organisation);
    this.at = at;
    List<RegisteredModel> all = models.all(organisation);
    all.forEach(each -> registered.put(each.key(), each));
    deployments.all(organisation).stream()
        .filter(each -> each.removedAt().isEmpty())
        .map(RegisteredDeployment::deployment)
        .forEach(
            each ->
                ModelKey.find(each.provider(), each.name())
                    .ifPresent(
                        key -> deployed.computeIfAbsent(key, any -> new ArrayList<>()).add(each)));
    this.lineage = Lineage.of(all.stream().map(RegisteredModel::facts).toList());
  }

  /** A name of a deployment means what is deployed there; nothing else can say what it means. */
  PinTarget target(ModelKey key) {
    List<Deployment> named = deployed.getOrDefault(key, List.of());
    return named.isEmpty() ? model(key) : deployment(key, named);
  }

  /** The provider moves it to another version of its model, unless it was told not to. */
  private PinTarget deployment(ModelKey key, List<Deployment> named) {
    Deployment one = named.get(0);
    PinTarget answers = model(one.target());
    boolean moves = !answers.fineTuned() && named.stream().anyMatch(PinFacts::isUpgraded);
    return new PinTarget(
        key,
        moves || answers.alias(),
        Optional.of(
            new AliasTarget(
                one.model(), named.size() > 1, "deployment", "deployment in " + one.account())),
        answers.fineTuned(),
        answers.base(),
        answers.end(),
        answers.trainedOn());
  }

  private static boolean isUpgraded(Deployment deployment) {
    return deployment.upgrade().filter(option -> option != VersionUpgrade.NONE).isPresent();
  }

  private PinTarget model(ModelKey key) {
    Optional<ModelId> read = ids.find(key);
    Optional<RegisteredModel> model = Optional.ofNullable(registered.get(key));
    Optional<String> base = lineage.baseOf(key).or(() -> read.flatMap(ModelId::base));
    boolean alias = read.filter(each -> each.kind() == ModelKind.ALIAS).isPresent();
    return new PinTarget(
        key,
        alias,
        alias ? Aliases.bundled().targetAt(key.provider(), key.model(), at) : Optional.empty(),
        model.isPresent() || read.filter(each -> each.kind().isFineTuned()).isPresent(),
        base,
        end(key, base),
        model.flatMap(each -> each.facts().run().finishedAt()).map(PinFacts::day));
  }

  RollbackTarget rollback(Optional<ModelKey> key) {
    return key.map(this::rollback).orElseGet(RollbackTarget.None::new);
  }

  private RollbackTarget rollback(ModelKey key) {
    return newest(key, EvidenceKind.SERVABLE)
        .<RollbackTarget>map(seen -> new RollbackTarget.Verified(key, seen, target(key).end()))
        .orElseGet(() -> new RollbackTarget.Unverified(key));
  }

  Optional<Instant> evaluatedAt(ModelKey key) {
    return newest(key, EvidenceKind.BASELINE);
  }

  private Optional<Instant> newest(ModelKey key, EvidenceKind kind) {
    return Optional.ofNullable(evidence.getOrDefault(kind, Map.of()).get(key));
  }

  private Optional<LocalDate> end(ModelKey key, Optional<String> base) {
    return dates
        .of(organisation, key, base)
        .inferenceEnd()
        .findKnown()
        .map(end -> end.end().value());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
