package dev.plumbline.api.drift;

import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.metrics.SharedReading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where watched models of all organisations stand, counted at most every ten seconds. */
@ApplicationScoped
class DriftMetrics {

  /** The states there are: a tag has no other values. */
  static final List<String> STATES =
      List.of(
          "learning",
          "ok",
          "suspected",
          "confirmed",
          "cleared",
          "serving_change",
          "gone",
          "not_measurable");

  private final SharedReading<Long> counts;
  private final MeterRegistry metrics;

  DriftMetrics(StandingCounts counts, MeterRegistry metrics, Clock clock) {
    this.counts = new SharedReading<>(counts::all, clock);
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (String state : STATES) {
      Gauge.builder(MetricNames.DRIFT_STANDINGS, () -> counts.find(state).orElse(0L))
          .tag(MetricNames.STATE, state)
          .register(metrics);
    }
  }

  /** A verdict was told. */
  void told(String state) {
    metrics
        .counter(
            MetricNames.DRIFT_VERDICTS, MetricNames.STATE, STATES.contains(state) ? state : "other")
        .increment();
  }

  /** What the function of the database counts. */
  @ApplicationScoped
  static class StandingCounts {

    private final EntityManager entities;

    StandingCounts(EntityManager entities) {
      this.entities = entities;
    }

    @Transactional
    Map<String, Long> all() {
      Map<String, Long> counts = new HashMap<>();
      @SuppressWarnings("unchecked")
      List<Object[]> found =
          entities
              .createNativeQuery("select state, targets from drift_standings()", Object[].class)
              .getResultList();
      found.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
      return counts;
    }
  }
}
