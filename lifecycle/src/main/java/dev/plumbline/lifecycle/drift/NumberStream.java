package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.sequential.CycleMartingale;
import dev.plumbline.lifecycle.drift.sequential.OnsetReading;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.drift.stats.SerialCorrelation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One number of the cycles under a martingale, with the check of its assumption. */
final class NumberStream {

  private final CycleMartingale martingale;
  private final Timeline timeline = new Timeline();
  private final List<Double> series;
  private final int baseline;
  private Optional<OnsetReading> last = Optional.empty();

  NumberStream(List<Double> baseline, SeededRandom random) {
    this.martingale = new CycleMartingale(baseline.stream().mapToDouble(i -> i).toArray(), random);
    this.series = new ArrayList<>(baseline);
    this.baseline = baseline.size();
  }

  void observe(double number, long cycle, Instant at) {
    timeline.add(cycle, at);
    series.add(number);
    last = Optional.of(martingale.observe(number));
  }

  Optional<OnsetReading> last() {
    return last;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Of the cycles before the onset: a step makes any series look autocorrelated. */
  boolean isAutocorrelated() {
    int end = baseline + last.map(reading -> (int) reading.onset()).orElse(0);
    double[] before = series.subList(0, end).stream().mapToDouble(i -> i).toArray();
    return SerialCorrelation.lagOne(before).orElse(0) > SerialCorrelation.LABELLED;
  }
}
