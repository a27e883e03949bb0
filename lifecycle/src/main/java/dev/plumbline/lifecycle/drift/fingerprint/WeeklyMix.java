package dev.plumbline.lifecycle.drift.fingerprint;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * The mixture of backends in a week against that of the week before, for a digest. It is no sign of
 * another model: a real stable service moves like that (drift reference, section 6).
 *
 * @param week its Monday, UTC
 * @param callsBefore of the week before
 * @param calls of the week
 */
public record WeeklyMix(LocalDate week, int callsBefore, int calls, MixTest test) {

  /** Calls with log-probabilities of each week; of fewer nothing is said. */
  public static final int FEWEST = 20;

  public static final double LEVEL = .01;
  private static final int PERMUTATIONS = 999;

  public WeeklyMix {
    requireNonNull(week, "week");
    requireNonNull(test, "test");
  }

  /** The Monday of the last week that is over. */
  public static LocalDate lastWeek(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .minusWeeks(1);
  }

  /**
   * Compares; empty when a week has too few calls. Clusters are those of the week before, and what
   * came since.
   *
   * @param before replies of the week before, in the order of the calls
   * @param now those of the week
   */
  public static Optional<WeeklyMix> of(
      LocalDate week, List<LogProbabilities> before, List<LogProbabilities> now, long seed) {
    if (before.size() < FEWEST || now.size() < FEWEST) {
      return Optional.empty();
    }
    LeaderClusters clusters = new LeaderClusters(before);
    List<Integer> earlier = before.stream().map(clusters::assign).toList();
    List<Integer> later = now.stream().map(clusters::assign).toList();
    MixTest test = MixTest.of(earlier, later, PERMUTATIONS, seed + week.toEpochDay());
    return Optional.of(new WeeklyMix(week, before.size(), now.size(), test));
  }

  public boolean hasMoved() {
    return test.p() <= LEVEL;
  }
}
