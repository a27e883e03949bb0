package dev.plumbline.lifecycle.drift;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.verdict.Arm;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One scheduled run of the probes over all arms.
 *
 * @param number counted up by the schedule; numbers may be missing
 * @param gap why the target could not be measured; then what it answered does not count
 * @param gone what says that the target was shut down
 * @param configuration prompt hash, SDK version, sampling settings, gateway: must not change
 * @param facts what the provider says of itself: resolved model, system fingerprint
 * @param batch what a suspicion asked for and that was finished since the last cycle; a cycle that
 *     is a gap tells with it that only the look could not be made
 */
public record CycleObservations(
    long number,
    Instant at,
    Optional<String> gap,
    Optional<String> gone,
    List<ArmObservations> arms,
    SortedMap<String, String> configuration,
    SortedMap<String, String> facts,
    Optional<Batch> batch) {

  public CycleObservations {
    requireNonNull(at, "at");
    requireNonNull(gap, "gap");
    requireNonNull(gone, "gone");
    requireNonNull(batch, "batch");
    arms = List.copyOf(arms);
    configuration = Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    if (arms.stream().map(one -> one.arm() + " " + one.name()).distinct().count() < arms.size()) {
      throw new IllegalArgumentException("an arm stands twice in cycle " + number);
    }
  }

  /** A cycle of answers and nothing else. */
  public static CycleObservations of(long number, Instant at, List<ArmObservations> arms) {
    return new CycleObservations(
        number,
        at,
        Optional.empty(),
        Optional.empty(),
        arms,
        new TreeMap<>(),
        new TreeMap<>(),
        Optional.empty());
  }

  /** A cycle in which the target could not be measured. */
  public static CycleObservations gap(long number, Instant at, String why) {
    return new CycleObservations(
        number,
        at,
        Optional.of(why),
        Optional.empty(),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        Optional.empty());
  }

  /** The same cycle with a batch. */
  public CycleObservations with(Batch finished) {
    return new CycleObservations(
        number, at, gap, gone, arms, configuration, facts, Optional.of(finished));
  }

  Optional<ArmObservations> target() {
    return arms.stream().filter(one -> one.arm() == Arm.TARGET).findFirst();
  }
}
