package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.comparison.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a state needs to know of a cycle.
 *
 * @param measuredCycles with this one and those of the baseline
 * @param gap why nothing could be measured: errors, budget spent, no log-probabilities
 * @param gone what says that the model was shut down
 * @param standings arms that are not in the map are absent
 * @param movements what moved since the onset; empty while nothing has crossed
 * @param differences of configuration between baseline and now; any blocks a confirmation
 * @param facts that differ from the baseline: told, and no statistics
 */
public record CycleEvidence(
    long cycle,
    Instant at,
    long measuredCycles,
    Optional<String> gap,
    Optional<String> gone,
    List<SignalReading> readings,
    Map<Arm, Standing> standings,
    List<Movement> movements,
    Optional<BatchOutcome> batch,
    List<String> differences,
    List<FactChange> facts) {

  public CycleEvidence {
    requireNonNull(at, "at");
    requireNonNull(gap, "gap");
    requireNonNull(gone, "gone");
    requireNonNull(batch, "batch");
    readings = List.copyOf(readings);
    standings = Map.copyOf(standings);
    movements = List.copyOf(movements);
    differences = List.copyOf(differences);
    facts = List.copyOf(facts);
  }

  /** The target's signals of a tier that have crossed. */
  List<SignalReading> crossed(Tier tier) {
    return readings.stream()
        .filter(one -> one.arm() == Arm.TARGET && one.tier() == tier && one.crossed())
        .toList();
  }

  /** Those that surely moved; all, when that can be said of none. */
  List<Effect> effects() {
    List<Effect> all = movements.stream().map(Movement::effect).toList();
    List<Effect> sure = all.stream().filter(CycleEvidence::isSure).toList();
    return sure.isEmpty() ? all : sure;
  }

  private static boolean isSure(Effect effect) {
    return effect.interval().map(interval -> !interval.contains(0)).orElse(true);
  }

  Standing control() {
    return standings.getOrDefault(Arm.CONTROL, Standing.ABSENT);
  }

  /** Why a change cannot be confirmed in this cycle, whatever the evidence says. */
  public Optional<String> obstacle() {
    if (!differences.isEmpty()) {
      return Optional.of(
          "the configuration differs: %s; go back to that of the baseline, or accept a new one"
              .formatted(String.join(", ", differences)));
    }
    return control() == Standing.NOT_MEASURED
        ? Optional.of("the control could not be measured")
        : Optional.empty();
  }
}
