package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.sequential.OnsetReading;
import dev.plumbline.lifecycle.drift.verdict.OnsetEstimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which cycles a stream has seen: it counts its own from 0, and gaps have no number there. */
final class Timeline {

  private record Moment(long cycle, Instant at) {}

  private final List<Moment> moments = new ArrayList<>();

  void add(long cycle, Instant at) {
    moments.add(new Moment(cycle, at));
  }

  OnsetEstimate onset(OnsetReading reading) {
    Moment onset = moments.get((int) reading.onset());
    return new OnsetEstimate(
        onset.cycle(),
        onset.at(),
        moments.get((int) reading.earliest()).at(),
        moments.get((int) reading.latest()).at());
  }
}
