package dev.plumbline.api.registry;

import dev.plumbline.api.models.ConsumerPin;
import dev.plumbline.api.models.ConsumerView;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.DeploymentView;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.Evidence;
import dev.plumbline.api.models.EvidenceView;
import dev.plumbline.api.models.ModelView;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.models.RegisteredConsumer;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.registry.ModelDetailView.CallerView;
import dev.plumbline.api.registry.ModelDetailView.LineView;
import dev.plumbline.api.registry.ModelDetailView.RelativeView;
import dev.plumbline.api.registry.ModelDetailView.ServedView;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.registry.Lineage;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what is known about models: dates, line, callers, places. */
@ApplicationScoped
class ModelDetails {

  private final Models models;
  private final Consumers consumers;
  private final Pins pins;
  private final Deployments deployments;
  private final Evidence evidence;
  private final ModelDates dates;

  ModelDetails(
      Models models,
      Consumers consumers,
      Pins pins,
      Deployments deployments,
      Evidence evidence,
      ModelDates dates) {
    this.models = models;
    this.consumers = consumers;
    this.pins = pins;
    this.deployments = deployments;
    this.evidence = evidence;
    this.dates = dates;
  }

  /** The given models of a list, in their order. */
  List<ModelEntryView> entries(Organisation organisation, List<RegisteredModel> shown) {
    Lineage lineage = models.lineage(organisation);
    Map<ModelKey, Long> callers = callersByModel(organisation);
    return shown.stream().map(model -> entry(organisation, model, lineage, callers)).toList();
  }

  private ModelEntryView entry(
      Organisation organisation,
      RegisteredModel model,
      Lineage lineage,
      Map<ModelKey, Long> callers) {
    Lifespan ends = dates.of(organisation, model.key(), lineage.baseOf(model.key()));
    return new ModelEntryView(
        ModelView.of(model),
        EndView.of(ends.trainingEnd(), dates.today()),
        EndView.of(ends.inferenceEnd(), dates.today()),
        callers.getOrDefault(model.key(), 0L).intValue());
  }

  private Map<ModelKey, Long> callersByModel(Organisation organisation) {
    Map<UUID, RegisteredConsumer> running = running(organisation);
    return pins.current(organisation).stream()
        .filter(pin -> running.containsKey(pin.consumerId()))
        .collect(Collectors.groupingBy(pin -> pin.pin().target(), Collectors.counting()));
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 404 when the organisation has no such model
   */
  ModelDetailView of(Organisation organisation, UUID id) {
    RegisteredModel model = models.get(organisation, id);
    Lineage lineage = models.lineage(organisation);
    Lifespan ends = dates.of(organisation, model.key(), lineage.baseOf(model.key()));
    return new ModelDetailView(
        ModelView.of(model),
        EndView.of(ends.trainingEnd(), dates.today()),
        EndView.of(ends.inferenceEnd(), dates.today()),
        line(organisation, model.key(), lineage),
        callers(organisation, model.key()),
        served(organisation, model.key(), lineage),
        evidence.of(organisation, model.key()).stream().map(EvidenceView::of).toList());
  }

  private LineView line(Organisation organisation, ModelKey key, Lineage lineage) {
    Map<ModelKey, UUID> ids = new HashMap<>();
    models.all(organisation).forEach(each -> ids.put(each.key(), each.id()));
    Function<ModelKey, RelativeView> relative =
        each -> new RelativeView(each.model(), ids.get(each));
    return new LineView(
        lineage.baseOf(key).orElse(null),
        lineage.ancestorsOf(key).stream().map(relative).toList(),
        lineage.childrenOf(key).stream().map(relative).toList());
  }

  private List<CallerView> callers(Organisation organisation, ModelKey key) {
    Map<UUID, RegisteredConsumer> running = running(organisation);
    return pins.current(organisation).stream()
        .filter(pin -> pin.pin().target().equals(key) && running.containsKey(pin.consumerId()))
        .map(pin -> caller(running, pin))
        .toList();
  }

  private static CallerView caller(Map<UUID, RegisteredConsumer> running, ConsumerPin pin) {
    ConsumerView consumer = ConsumerView.of(running.get(pin.consumerId()));
    return new CallerView(consumer, pin.slot(), pin.pin().since());
  }

  private Map<UUID, RegisteredConsumer> running(Organisation organisation) {
    return consumers.all(organisation).stream()
        .filter(each -> each.archivedAt().isEmpty())
        .collect(Collectors.toMap(RegisteredConsumer::id, Function.identity()));
  }

  private List<ServedView> served(Organisation organisation, ModelKey key, Lineage lineage) {
    Optional<String> base = lineage.baseOf(key);
    return deployments.all(organisation).stream()
        .filter(each -> each.deployment().target().equals(key))
        .map(
            each ->
                new ServedView(
                    DeploymentView.of(each),
                    EndView.of(
                        dates.of(organisation, each.deployment(), base).inferenceEnd(),
                        dates.today())))
        .toList();
  }
}
