package dev.plumbline.lifecycle.evaluation;

import dev.plumbline.lifecycle.drift.sequential.CycleMartingale;
import dev.plumbline.lifecycle.drift.sequential.OnsetMixture;
import dev.plumbline.lifecycle.drift.sequential.OnsetReading;
import dev.plumbline.lifecycle.drift.stats.Rate;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.drift.stats.SerialCorrelation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the quality of a deployed model has become worse, from the grades its application posts:
 * the same two tiers as for probes. Days with few grades are taken together until a cycle has
 * enough; the day in progress is the caller's to leave out.
 *
 * <p><b>Proven</b> for the confirmed tier if cycles are exchangeable: the chance that it ever
 * confirms without a change is at most alpha. Weekdays that differ, or other users than before,
 * break that: a change of traffic is seen as a change of quality. <b>Measured</b> only for the
 * suspected tier, which two-sided counts feed; see {@link OnsetMixture}. Improvements are not told.
 */
public final class QualityWatch {

  /** Answers of a cycle at least. */
  private static final int ANSWERS = 30;

  /** Cycles that the first verdict needs; they are the baseline. */
  private static final int BASELINE = 10;

  private final double logThreshold;
  private final long seed;

  /**
   * A watch.
   *
   * @param alpha chance of ever confirming a change that is none
   * @param seed for ties; the same gives the same verdict
   */
  public QualityWatch(double alpha, long seed) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha is between 0 and 1: " + alpha);
    }
    this.logThreshold = Math.log(1 / alpha);
    this.seed = seed;
  }

  /** What is known. */
  public enum Standing {
    /** Too few cycles for a verdict. */
    LEARNING,
    OK,
    /** Worth a look; pages nobody. */
    SUSPECTED,
    CONFIRMED,
    /** It would be confirmed, but cycles follow each other too closely for the guarantee. */
    NOT_MEASURABLE
  }

  /**
   * What one cycle added.
   *
   * @param until its last day
   * @param suspected evidence of the suspected tier, a natural logarithm; empty in the baseline
   * @param confirmed of the confirmed tier
   */
  public record Cycle(
      LocalDate until,
      long answers,
      double mean,
      Optional<Double> suspected,
      Optional<Double> confirmed) {}

  /**
   * A verdict with all it rests on.
   *
   * @param onset the last day of the cycle in which it most likely began; empty while nothing has
   * @param before pass rate before the onset, or of all
   * @param after since the onset
   */
  public record Verdict(
      Standing standing,
      List<Cycle> cycles,
      double logThreshold,
      Optional<LocalDate> onset,
      Optional<Rate> before,
      Optional<Rate> after) {
    public Verdict {
      cycles = List.copyOf(cycles);
    }
  }

  /**
   * Judges everything that was reported.
   *
   * @param days in their order, each at most once
   */
  public Verdict judge(List<QualityDay> days) {
    List<QualityDay> cycles = cycles(days);
    List<QualityDay> baseline = cycles.subList(0, Math.min(BASELINE, cycles.size()));
    List<Cycle> told = new ArrayList<>();
    baseline.forEach(day -> told.add(cycle(day, Optional.empty(), Optional.empty())));
    if (cycles.size() <= BASELINE) {
      return new Verdict(
          Standing.LEARNING,
          told,
          logThreshold,
          Optional.empty(),
          rate(baseline),
          Optional.empty());
    }
    OnsetMixture mixture = OnsetMixture.ofPasses(counts(total(baseline)));
    CycleMartingale martingale =
        new CycleMartingale(
            baseline.stream().mapToDouble(day -> -day.mean()).toArray(),
            SeededRandom.of(seed, "quality"));
    List<OnsetReading> suspected = new ArrayList<>();
    List<OnsetReading> confirmed = new ArrayList<>();
    for (QualityDay day : cycles.subList(BASELINE, cycles.size())) {
      OnsetReading counts = mixture.observe(counts(day));
      OnsetReading rank = martingale.observe(-day.mean());
      suspected.add(counts);
      confirmed.add(rank);
      told.add(cycle(day, Optional.of(counts.logEvidence()), Optional.of(rank.logEvidence())));
    }
    return verdict(cycles, told, suspected, confirmed);
  }

  /** What was confirmed once stays confirmed: the bound is on ever crossing. */
  private Verdict verdict(
      List<QualityDay> cycles,
      List<Cycle> told,
      List<OnsetReading> suspected,
      List<OnsetReading> confirmed) {
    Optional<OnsetReading> crossed =
        confirmed.stream().filter(reading -> reading.reaches(logThreshold)).findFirst();
    OnsetReading latest = suspected.get(suspected.size() - 1);
    OnsetReading deciding = crossed.orElse(latest);
    // the counts tell the day more sharply than the ranks, of which little is known at first
    OnsetReading sharpest = suspected.get((int) deciding.cycle());
    int onset = BASELINE + (int) sharpest.onset();
    List<QualityDay> before = cycles.subList(0, onset);
    List<QualityDay> after = cycles.subList(onset, cycles.size());
    boolean worse = total(after).mean() < total(before).mean();
    Standing standing = Standing.OK;
    if (crossed.isPresent() && worse) {
      List<QualityDay> surelyBefore = cycles.subList(0, BASELINE + (int) deciding.earliest());
      standing = isAutocorrelated(surelyBefore) ? Standing.NOT_MEASURABLE : Standing.CONFIRMED;
    } else if (latest.reaches(logThreshold) && worse) {
      standing = Standing.SUSPECTED;
    }
    boolean changed = standing != Standing.OK;
    return new Verdict(
        standing,
        told,
        logThreshold,
        changed ? Optional.of(cycles.get(onset).day()) : Optional.empty(),
        rate(changed ? before : cycles),
        changed ? rate(after) : Optional.empty());
  }

  private static boolean isAutocorrelated(List<QualityDay> before) {
    return SerialCorrelation.lagOne(before.stream().mapToDouble(QualityDay::mean).toArray())
            .orElse(0)
        > SerialCorrelation.LABELLED;
  }

  private static List<QualityDay> cycles(List<QualityDay> days) {
    List<QualityDay> cycles = new ArrayList<>();
    QualityDay open = null;
    for (QualityDay day : days) {
      open = open == null ? day : open.plus(day);
      if (open.answers() >= ANSWERS) {
        cycles.add(open);
        open = null;
      }
    }
    return cycles;
  }

  private static QualityDay total(List<QualityDay> days) {
    return days.stream().reduce(QualityDay::plus).orElseThrow();
  }

  private static long[][] counts(QualityDay day) {
    return new long[][] {{day.passes(), day.answers() - day.passes()}};
  }

  private static Optional<Rate> rate(List<QualityDay> days) {
    return days.stream()
        .reduce(QualityDay::plus)
        .map(total -> new Rate(total.passes(), total.answers()));
  }

  private static Cycle cycle(
      QualityDay day, Optional<Double> suspected, Optional<Double> confirmed) {
    return new Cycle(day.day(), day.answers(), day.mean(), suspected, confirmed);
  }
}
