package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Finding;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a provider told of one account at one moment.
 *
 * @param gap why the list of models is not the whole list; empty when every page came
 * @param partial what else could not be read; the rest is sound
 * @param resolutions snapshots by the alias that meant them
 */
public record ProviderSnapshot(
    Instant at,
    Optional<PollResult.Incomplete> gap,
    List<ListedModel> models,
    List<TuningJob> jobs,
    List<ListedDeployment> deployments,
    Map<String, String> resolutions,
    List<Finding> partial) {

  public ProviderSnapshot {
    requireNonNull(at, "at");
    requireNonNull(gap, "gap");
    models = List.copyOf(models);
    jobs = List.copyOf(jobs);
    deployments = List.copyOf(deployments);
    resolutions = Collections.unmodifiableMap(new TreeMap<>(resolutions));
    partial = List.copyOf(partial);
  }

  public Set<String> ids() {
    return models.stream().map(ListedModel::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this list may change what is known of models. */
  public PollResult poll(PollHistory history, Optional<String> sentinel) {
    return gap.<PollResult>map(each -> each)
        .orElseGet(() -> PollResult.of(ids(), history, sentinel));
  }
}
