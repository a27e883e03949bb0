package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A model with known failure rates, asked once a day at nine. */
final class SimulatedService {

  static final int CALLS = 21;
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private final SeededRandom random;
  private final int families;

  SimulatedService(long seed, int families) {
    this.random = new SeededRandom(seed);
    this.families = families;
  }

  static Instant day(long number) {
    return START.plus(number, ChronoUnit.DAYS);
  }

  /** Cycles numbered from the first on, all with one failure rate. */
  List<CycleObservations> cycles(long first, int count, double failureRate) {
    List<CycleObservations> cycles = new ArrayList<>();
    for (long number = first; number < first + count; number++) {
      cycles.add(cycle(number, arm(Arm.TARGET, "ft", failureRate)));
    }
    return cycles;
  }

  static CycleObservations cycle(long number, ArmObservations... arms) {
    return CycleObservations.of(number, day(number), List.of(arms));
  }

  ArmObservations arm(Arm arm, String name, double failureRate) {
    List<FamilyCounts> counts = new ArrayList<>();
    for (int family = 0; family < families; family++) {
      long failed = binomial(CALLS, failureRate);
      counts.add(new FamilyCounts("family " + family, CALLS - failed, failed));
    }
    return ArmObservations.ofFamilies(arm, name, counts);
  }

  private long binomial(int calls, double rate) {
    long hits = 0;
    for (int i = 0; i < calls; i++) {
      hits += random.nextDouble() < rate ? 1 : 0;
    }
    return hits;
  }
}
