package dev.plumbline.api.models;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Criticality;
import dev.plumbline.lifecycle.registry.Lineage;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.StateKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What an organisation depends on: whose dates, alerts and plans are worth telling. */
@ApplicationScoped
public class ModelsInUse {

  private final ModelRepository models;
  private final ConsumerRepository consumers;
  private final DeploymentRepository deployments;

  ModelsInUse(
      ModelRepository models, ConsumerRepository consumers, DeploymentRepository deployments) {
    this.models = models;
    this.consumers = consumers;
    this.deployments = deployments;
  }

  /** By provider and name. */
  @Transactional
  public List<ModelInUse> of(Organisation organisation) {
    List<RegisteredModel> registered = models.all(organisation);
    Lineage lineage = Lineage.of(registered.stream().map(RegisteredModel::facts).toList());
    Map<ModelKey, RegisteredModel> known = new TreeMap<>();
    registered.forEach(each -> known.put(each.key(), each));
    Map<ModelKey, List<Consumer>> callers = callers(organisation);
    Set<ModelKey> used = new LinkedHashSet<>(callers.keySet());
    registered.stream().filter(ModelsInUse::matters).forEach(each -> used.add(each.key()));
    deployments.list(organisation).stream()
        .filter(each -> each.removedAt().isEmpty())
        .forEach(each -> used.add(each.deployment().target()));
    return used.stream()
        .sorted()
        .map(
            key ->
                inUse(
                    key,
                    Optional.ofNullable(known.get(key)),
                    lineage.baseOf(key),
                    callers.getOrDefault(key, List.of())))
        .toList();
  }

  private static boolean matters(RegisteredModel model) {
    StateKind state = model.state().kind();
    return state.isCallable() || state == StateKind.TRAINING;
  }

  private Map<ModelKey, List<Consumer>> callers(Organisation organisation) {
    Map<UUID, Consumer> applications = new LinkedHashMap<>();
    consumers.all(organisation).stream()
        .filter(each -> each.archivedAt().isEmpty())
        .forEach(each -> applications.put(each.id(), each.consumer()));
    Map<ModelKey, Set<UUID>> byModel = new TreeMap<>();
    consumers.currentPins(organisation).stream()
        .filter(each -> applications.containsKey(each.consumerId()))
        .forEach(
            each ->
                byModel
                    .computeIfAbsent(each.pin().target(), key -> new LinkedHashSet<>())
                    .add(each.consumerId()));
    Map<ModelKey, List<Consumer>> callers = new TreeMap<>();
    byModel.forEach((key, ids) -> callers.put(key, ids.stream().map(applications::get).toList()));
    return callers;
  }

  private static ModelInUse inUse(
      ModelKey key,
      Optional<RegisteredModel> model,
      Optional<String> base,
      List<Consumer> callers) {
    Optional<String> contact = model.flatMap(each -> each.facts().custody().contact());
    List<String> contacts = new ArrayList<>(contact.stream().toList());
    callers.forEach(each -> contacts.add(each.contact()));
    return new ModelInUse(
        key,
        model.map(RegisteredModel::id),
        base,
        model.map(each -> each.state().kind()),
        model.flatMap(each -> each.facts().custody().environment()).or(() -> environment(callers)),
        model.flatMap(each -> each.facts().custody().owner()),
        contact,
        contacts.stream().distinct().toList(),
        callers.size(),
        callers.stream().map(Consumer::criticality).max(Comparator.<Criticality>naturalOrder()));
  }

  /** Production comes first among the environments. */
  private static Optional<Environment> environment(List<Consumer> callers) {
    Stream<Environment> all = callers.stream().map(Consumer::environment);
    return all.min(Comparator.naturalOrder());
  }
}
