package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about one fine-tuned model, from a provider or from a person.
 *
 * @param checkpoints by step
 * @param metrics of the finished model, values as they were measured or written by the provider
 */
public record ModelFacts(
    ModelKey key,
    Origin origin,
    TrainingRun run,
    Custody custody,
    List<Checkpoint> checkpoints,
    Map<String, String> metrics) {

  public ModelFacts {
    requireNonNull(key, "key");
    requireNonNull(origin, "origin");
    requireNonNull(run, "run");
    requireNonNull(custody, "custody");
    List<Checkpoint> sorted = new ArrayList<>(checkpoints);
    Collections.sort(sorted);
    checkpoints = List.copyOf(sorted);
    metrics = Map.copyOf(metrics);
    if (origin.parent().filter(key.model()::equals).isPresent()) {
      throw new LineageCycleException(List.of(key, key));
    }
  }

  /** A model of which only its name is known. */
  public static ModelFacts named(ModelKey key) {
    return new ModelFacts(
        key, Origin.UNKNOWN, TrainingRun.UNKNOWN, Custody.UNKNOWN, List.of(), Map.of());
  }

  public ModelFacts from(Origin other) {
    return new ModelFacts(key, other, run, custody, checkpoints, metrics);
  }

  public ModelFacts madeBy(TrainingRun other) {
    return new ModelFacts(key, origin, other, custody, checkpoints, metrics);
  }

  public ModelFacts ownedBy(Custody other) {
    return new ModelFacts(key, origin, run, other, checkpoints, metrics);
  }

  public ModelFacts withCheckpoints(List<Checkpoint> others) {
    return new ModelFacts(key, origin, run, custody, others, metrics);
  }

  public ModelFacts measuring(Map<String, String> others) {
    return new ModelFacts(key, origin, run, custody, checkpoints, others);
  }

  /**
   * What the newer says, and where it says nothing what was known: a provider that lists a model
   * without its owner takes no owner away. The name is the newer one's, because a job gets the name
   * of its model only at its end.
   */
  public ModelFacts mergedWith(ModelFacts newer) {
    Map<String, Checkpoint> byModel = new TreeMap<>();
    checkpoints.forEach(each -> byModel.put(each.model(), each));
    newer.checkpoints.forEach(each -> byModel.put(each.model(), each));
    return new ModelFacts(
        newer.key,
        origin.mergedWith(newer.origin),
        run.mergedWith(newer.run),
        custody.mergedWith(newer.custody),
        List.copyOf(byModel.values()),
        newer.metrics.isEmpty() ? metrics : newer.metrics);
  }
}
