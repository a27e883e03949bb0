package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one account before a run.
 *
 * @param tracked presence by model id
 * @param models as last listed, by id
 * @param jobs by id
 * @param deployments by id, those that were there in the last run
 * @param resolutions snapshots by alias
 */
public record KnownState(
    PollHistory polls,
    Optional<String> sentinel,
    Map<String, TrackedModel> tracked,
    Map<String, ListedModel> models,
    Map<String, TuningJob> jobs,
    Map<String, ListedDeployment> deployments,
    Map<String, String> resolutions) {

  public KnownState {
    requireNonNull(polls, "polls");
    requireNonNull(sentinel, "sentinel");
    tracked = sorted(tracked);
    models = sorted(models);
    jobs = sorted(jobs);
    deployments = sorted(deployments);
    resolutions = sorted(resolutions);
  }

  public static KnownState nothing(Optional<String> sentinel) {
    return new KnownState(
        new PollHistory(List.of()), sentinel, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
