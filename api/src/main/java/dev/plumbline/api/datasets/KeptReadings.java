package dev.plumbline.api.datasets;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Results in bounded memory for a bounded time, the oldest first out. */
final class KeptReadings {

  private final Map<String, DatasetReading> byId = new LinkedHashMap<>();
  private final int most;
  private final Duration keptFor;

  KeptReadings(int most, Duration keptFor) {
    this.most = most;
    this.keptFor = keptFor;
  }

  synchronized void add(DatasetReading reading, Instant now) {
    dropExpired(now);
    byId.put(reading.id(), reading);
    Iterator<DatasetReading> oldest = byId.values().iterator();
    while (byId.size() > most && oldest.hasNext()) {
      if (oldest.next().state().isFinished()) {
        oldest.remove();
      }
    }
  }

  synchronized Optional<DatasetReading> find(String id, Instant now) {
    dropExpired(now);
    return Optional.ofNullable(byId.get(id));
  }

  private void dropExpired(Instant now) {
    byId.values()
        .removeIf(
            reading ->
                reading.state().isFinished() && reading.arrived().plus(keptFor).isBefore(now));
  }
}
