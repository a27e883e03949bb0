package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.fingerprint.LeaderClusters;
import dev.plumbline.lifecycle.drift.fingerprint.NovelCluster;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.sequential.OnsetMixture;
import dev.plumbline.lifecycle.drift.sequential.OnsetReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Clusters of replies: their mixture, one call at a time, and those never seen. */
final class FingerprintStreams {

  private final LeaderClusters clusters;
  private final NovelCluster novel = new NovelCluster();
  private final List<Integer> seen = new ArrayList<>();
  private OnsetMixture mix;
  private Timeline timeline = new Timeline();
  private int known;
  private Optional<OnsetReading> last = Optional.empty();
  private OptionalInt newCluster = OptionalInt.empty();

  FingerprintStreams(List<CycleObservations> baseline, List<ArmObservations> arms) {
    List<LogProbabilities> replies = arms.stream().flatMap(arm -> arm.replies().stream()).toList();
    this.clusters = new LeaderClusters(replies);
    for (int i = 0; i < arms.size(); i++) {
      Instant at = baseline.get(i).at();
      arms.get(i).replies().forEach(reply -> learn(reply, at));
    }
    this.known = clusters.size();
    this.mix = mixOfSeen();
  }

  private void learn(LogProbabilities reply, Instant at) {
    int cluster = clusters.assign(reply);
    seen.add(cluster);
    novel.learn(cluster, at);
  }

  /** The last place counts the calls of all clusters that the reference does not know. */
  private OnsetMixture mixOfSeen() {
    long[] counts = new long[known + 1];
    seen.forEach(cluster -> counts[cluster]++);
    return OnsetMixture.ofClusters(counts);
  }

  void observe(List<LogProbabilities> replies, long cycle, Instant at) {
    newCluster = OptionalInt.empty();
    for (LogProbabilities reply : replies) {
      int cluster = clusters.assign(reply);
      seen.add(cluster);
      OptionalInt found = novel.observe(cluster, at);
      newCluster = found.isPresent() ? found : newCluster;
      long[] counts = new long[known + 1];
      counts[Math.min(cluster, known)]++;
      timeline.add(cycle, at);
      last = Optional.of(mix.observe(new long[][] {counts}));
    }
  }

  /** All that has been seen becomes the reference. */
  void restart() {
    known = clusters.size();
    mix = mixOfSeen();
    timeline = new Timeline();
    last = Optional.empty();
    newCluster = OptionalInt.empty();
    novel.restart();
  }

  Optional<OnsetReading> mix() {
    return last;
  }

  Timeline timeline() {
    return timeline;
  }

  /** A new cluster that was hit in the last cycle often enough. */
  OptionalInt newCluster() {
    return newCluster;
  }

  boolean isArmed() {
    return novel.isArmed();
  }

  /** How many calls fell into each cluster. */
  long[] counts() {
    long[] counts = new long[clusters.size()];
    seen.forEach(cluster -> counts[cluster]++);
    return counts;
  }
}
