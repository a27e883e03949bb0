package dev.plumbline.api.rollbacks;

import dev.plumbline.api.changes.Rollbacks;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.ServableCalls.Seen;
import dev.plumbline.lifecycle.change.RollbackCheck;
import dev.plumbline.lifecycle.registry.Lineage;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.Pin;
import dev.plumbline.lifecycle.registry.PinHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every deployment that is there and every application that runs, with the model before. Each list
 * takes a fixed number of questions to the database. Whoever calls has decided that the reader may.
 */
@ApplicationScoped
class RollbackList {

  private final Deployments deployments;
  private final Consumers consumers;
  private final Pins pins;
  private final Models models;
  private final Rollbacks rollbacks;
  private final LookRepository looks;
  private final Clock clock;

  RollbackList(
      Deployments deployments,
      Consumers consumers,
      Pins pins,
      Models models,
      Rollbacks rollbacks,
      LookRepository looks,
      Clock clock) {
    this.deployments = deployments;
    this.consumers = consumers;
    this.pins = pins;
    this.models = models;
    this.rollbacks = rollbacks;
    this.looks = looks;
    this.clock = clock;
  }

  /** By kind and name. */
  List<Place> places(Organisation organisation) {
    return Stream.concat(deployments(organisation), applications(organisation))
        .sorted(Comparator.comparing(Place::key))
        .toList();
  }

  private Stream<Place> deployments(Organisation organisation) {
    return deployments.all(organisation).stream()
        .filter(each -> each.removedAt().isEmpty())
        .map(Place::of);
  }

  private Stream<Place> applications(Organisation organisation) {
    Map<UUID, RegisteredConsumer> running =
        consumers.all(organisation).stream()
            .filter(each -> each.archivedAt().isEmpty())
            .collect(Collectors.toMap(RegisteredConsumer::id, Function.identity()));
    return pins.histories(organisation).entrySet().stream()
        .filter(each -> running.containsKey(each.getKey().consumer()))
        .flatMap(
            each ->
                application(
                    running.get(each.getKey().consumer()), each.getKey().slot(), each.getValue())
                    .stream());
  }

  private static Optional<Place> application(
      RegisteredConsumer registered, String slot, PinHistory history) {
    String name =
        "%s (%s), %s"
            .formatted(
                registered.consumer().application(),
                registered.consumer().environment().label(),
                slot);
    return history
        .current()
        .map(
            pin ->
                new Place(
                    "application",
                    registered.id(),
                    name,
                    pin.target(),
                    history.previous().map(Pin::target),
                    Optional.empty(),
                    Optional.empty()));
  }

  /** The same places with what is known of each model before. */
  List<RollbackView> views(Organisation organisation, List<Place> places) {
    Rollbacks.Known known = rollbacks.known(organisation);
    Map<ModelKey, Seen> seen = looks.all(organisation);
    Lineage lineage = models.lineage(organisation);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return places.stream()
        .map(
            place ->
                place
                    .question(lineage, known::customer)
                    .map(
                        asked ->
                            RollbackView.of(
                                place,
                                known.target(asked, today, RollbackCheck.USUAL_DAYS),
                                seen.get(place.before().orElseThrow())))
                    .orElseGet(() -> RollbackView.none(place)))
        .toList();
  }

  /** Whether one could go back to a model in a place today. */
  RollbackCheck check(Organisation organisation, Place place) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Rollbacks.Known known = rollbacks.known(organisation);
    return known
        .target(
            place.question(models.lineage(organisation), known::customer).orElseThrow(),
            today,
            RollbackCheck.USUAL_DAYS)
        .check();
  }
}
