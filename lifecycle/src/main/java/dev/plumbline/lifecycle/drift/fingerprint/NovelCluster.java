package dev.plumbline.lifecycle.drift.fingerprint;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Notices a cluster that has not been seen for thirty days and is hit twice: possibly a new
 * backend.
 *
 * <p>No bound is proven. It is armed only while fewer than 2 % of the calls are in clusters seen
 * once, because otherwise new clusters are the rule and say nothing.
 */
public final class NovelCluster {

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);
  private static final int HITS = 2;
  private static final double MOST_SEEN_ONCE = .02;

  private final Map<Integer, Instant> lastSeen = new HashMap<>();
  private final Map<Integer, Instant> newSince = new HashMap<>();
  private final Map<Integer, Long> hits = new HashMap<>();
  private final Map<Integer, Long> hitsWhileNew = new HashMap<>();
  private long calls;

  /** Takes in a call of the baseline: its cluster is known from then on. */
  public void learn(int cluster, Instant at) {
    count(cluster, at);
  }

  /** Takes in a call; answers the cluster if it is new and has been hit often enough. */
  public OptionalInt observe(int cluster, Instant at) {
    boolean armed = isArmed();
    Instant last = lastSeen.get(cluster);
    if (last == null || last.plus(FORGOTTEN_AFTER).isBefore(at)) {
      newSince.put(cluster, at);
      hitsWhileNew.put(cluster, 0L);
    } else if (newSince.containsKey(cluster)
        && newSince.get(cluster).plus(FORGOTTEN_AFTER).isBefore(at)) {
      newSince.remove(cluster);
    }
    count(cluster, at);
    if (!newSince.containsKey(cluster)) {
      return OptionalInt.empty();
    }
    long hitsNow = hitsWhileNew.merge(cluster, 1L, Long::sum);
    return armed && hitsNow >= HITS ? OptionalInt.of(cluster) : OptionalInt.empty();
  }

  /** Whether few enough clusters were seen only once for a new one to mean something. */
  public boolean isArmed() {
    long once = hits.values().stream().filter(count -> count == 1).count();
    return calls > 0 && once < MOST_SEEN_ONCE * calls;
  }

  /** Takes all clusters so far for known, after a suspicion has been dealt with. */
  public void restart() {
    newSince.clear();
    hitsWhileNew.clear();
  }

  private void count(int cluster, Instant at) {
    lastSeen.put(cluster, at);
    hits.merge(cluster, 1L, Long::sum);
    calls++;
  }
}
