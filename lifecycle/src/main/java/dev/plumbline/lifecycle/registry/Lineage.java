package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which model was tuned from which. Parents are names of the same provider and need not be
 * registered; no chain of parents ever returns to a model.
 */
public final class Lineage {

  private final Map<ModelKey, Origin> origins;

  private Lineage(Map<ModelKey, Origin> origins) {
    this.origins = origins;
  }

  public static Lineage empty() {
    return new Lineage(new TreeMap<>());
  }

  /**
   * The lineage of a whole registry.
   *
   * @throws LineageCycleException when a chain of parents returns to its model
   */
  public static Lineage of(Collection<ModelFacts> models) {
    Map<ModelKey, Origin> origins = new TreeMap<>();
    models.forEach(model -> origins.put(model.key(), model.origin()));
    Lineage lineage = new Lineage(origins);
    origins.keySet().forEach(lineage::ancestorsOf);
    return lineage;
  }

  /**
   * The same with this model, in place of what was known about it.
   *
   * @throws LineageCycleException when it would come from itself
   */
  public Lineage with(ModelKey model, Origin origin) {
    Map<ModelKey, Origin> more = new TreeMap<>(origins);
    more.put(model, requireNonNull(origin, "origin"));
    Lineage lineage = new Lineage(more);
    lineage.ancestorsOf(model);
    return lineage;
  }

  public boolean holds(ModelKey model) {
    return origins.containsKey(model);
  }

  public Optional<ModelKey> parentOf(ModelKey model) {
    return Optional.ofNullable(origins.get(model))
        .flatMap(Origin::parent)
        .map(parent -> new ModelKey(model.provider(), parent));
  }

  /**
   * The parents, the nearest first; the last of them may be unregistered. The base is not among
   * them.
   *
   * @throws LineageCycleException when the chain returns to a model
   */
  public List<ModelKey> ancestorsOf(ModelKey model) {
    Set<ModelKey> seen = new LinkedHashSet<>(List.of(model));
    Optional<ModelKey> next = parentOf(model);
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        List<ModelKey> chain = new ArrayList<>(seen);
        chain.add(next.get());
        throw new LineageCycleException(chain);
      }
      next = parentOf(next.get());
    }
    return List.copyOf(seen).subList(1, seen.size());
  }

  /** The base at the root: the model's own, else the one that the nearest ancestor names. */
  public Optional<String> baseOf(ModelKey model) {
    List<ModelKey> line = new ArrayList<>(List.of(model));
    line.addAll(ancestorsOf(model));
    return line.stream()
        .flatMap(each -> Optional.ofNullable(origins.get(each)).stream())
        .flatMap(origin -> origin.base().stream())
        .findFirst();
  }

  /** Those tuned directly from it, by name. */
  public List<ModelKey> childrenOf(ModelKey model) {
    return origins.keySet().stream()
        .filter(each -> parentOf(each).filter(model::equals).isPresent())
        .toList();
  }

  /** Everything that was tuned from it, over all generations, by name. */
  public Set<ModelKey> descendantsOf(ModelKey model) {
    Set<ModelKey> found = new TreeSet<>();
    List<ModelKey> open = new ArrayList<>(childrenOf(model));
    while (!open.isEmpty()) {
      ModelKey each = open.remove(open.size() - 1);
      if (found.add(each)) {
        open.addAll(childrenOf(each));
      }
    }
    return found;
  }
}
