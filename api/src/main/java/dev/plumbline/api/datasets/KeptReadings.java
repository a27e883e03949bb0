package dev.plumbline.api.datasets;

import dev.plumbline.api.organisations.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Results in bounded memory for a bounded time, each organisation's oldest first out: nobody finds
 * another's result, and nobody pushes it out.
 */
final class KeptReadings {

  private final Map<Organisation, Map<String, DatasetReading>> byOwner = new HashMap<>();
  private final int most;
  private final Duration keptFor;

  /**
   * @param most of one organisation
   */
  KeptReadings(int most, Duration keptFor) {
    this.most = most;
    this.keptFor = keptFor;
  }

  synchronized void add(DatasetReading reading, Instant now) {
    dropExpired(now);
    Map<String, DatasetReading> own =
        byOwner.computeIfAbsent(reading.organisation(), key -> new LinkedHashMap<>());
    own.put(reading.id(), reading);
    Iterator<DatasetReading> oldest = own.values().iterator();
    while (own.size() > most && oldest.hasNext()) {
      if (oldest.next().state().isFinished()) {
        oldest.remove();
      }
    }
  }

  synchronized Optional<DatasetReading> find(Organisation organisation, String id, Instant now) {
    dropExpired(now);
    return Optional.ofNullable(byOwner.getOrDefault(organisation, Map.of()).get(id));
  }

  private void dropExpired(Instant now) {
    byOwner
        .values()
        .forEach(
            own ->
                own.values()
                    .removeIf(
                        reading ->
                            reading.state().isFinished()
                                && reading.arrived().plus(keptFor).isBefore(now)));
    byOwner.values().removeIf(Map::isEmpty);
  }
}
