package dev.plumbline.api.limits;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets of this instance, each one number: the moment at which it is full again. The ones
 * that were not used for longest are forgotten, which makes them full.
 */
final class LocalBuckets {

  private final int most;
  private final LongSupplier nanos;
  private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What came of asking for one.
   *
   * @param left how many more there are now
   * @param after this time there is one again; zero when it was given
   */
  record Answer(boolean given, long left, Duration after) {

    Answer {
      requireNonNull(after, "after");
    }
  }

  /**
   * @param nanos a clock that never goes back
   */
  LocalBuckets(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  synchronized Answer take(String key, Allowance allowance) {
    long now = nanos.getAsLong();
    long each = allowance.each().toNanos();
    long capacity = each * allowance.burst();
    long busy = Math.max(0, fullAt.getOrDefault(key, now) - now);
    if (busy + each > capacity) {
      return new Answer(false, 0, Duration.ofNanos(busy + each - capacity));
    }
    put(key, now + busy + each);
    return new Answer(true, (capacity - busy - each) / each, Duration.ZERO);
  }

  synchronized int size() {
    return fullAt.size();
  }

  private void put(String key, long moment) {
    fullAt.put(key, moment);
    if (fullAt.size() > most) {
      fullAt.remove(fullAt.keySet().iterator().next());
    }
  }
}
