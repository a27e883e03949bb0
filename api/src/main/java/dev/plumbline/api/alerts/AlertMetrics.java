package dev.plumbline.api.alerts;

import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.core.alert.AlertSeverity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Alerts and deliveries of all organisations, counted at most every ten seconds. */
@ApplicationScoped
class AlertMetrics {

  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final List<String> STATES = List.of("open", "acknowledged", "snoozed");
  private static final List<String> OPEN = List.of("pending", "sending", "dead");

  private final AlertCounts counts;
  private final MeterRegistry metrics;
  private final Clock clock;
  private Instant readAt = Instant.EPOCH;
  private Map<String, Long> read = Map.of();

  AlertMetrics(AlertCounts counts, MeterRegistry metrics, Clock clock) {
    this.counts = counts;
    this.metrics = metrics;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event) {
    for (String state : STATES) {
      for (AlertSeverity severity : AlertSeverity.values()) {
        Gauge.builder(MetricNames.ALERTS, () -> count(state + " " + severity.label()))
            .tag(MetricNames.STATE, state)
            .tag(MetricNames.SEVERITY, severity.label())
            .register(metrics);
      }
    }
    for (String state : OPEN) {
      Gauge.builder(MetricNames.NOTIFICATIONS_OPEN, () -> count("delivery " + state))
          .tag(MetricNames.STATE, state)
          .register(metrics);
    }
  }

  private synchronized Number count(String what) {
    Instant now = clock.instant();
    if (readAt.plus(KEPT).isBefore(now)) {
      read = counts.all();
      readAt = now;
    }
    return read.getOrDefault(what, 0L);
  }

  /** What the two functions of the database count. */
  @ApplicationScoped
  static class AlertCounts {

    private final EntityManager entities;

    AlertCounts(EntityManager entities) {
      this.entities = entities;
    }

    @Transactional
    Map<String, Long> all() {
      Map<String, Long> counts = new HashMap<>();
      take(counts, "select state || ' ' || severity, alerts from alert_counts()");
      take(counts, "select 'delivery ' || state, deliveries from notification_counts()");
      return counts;
    }

    private void take(Map<String, Long> counts, String sql) {
      List<Object[]> rows = entities.createNativeQuery(sql, Object[].class).getResultList();
      for (Object[] row : rows) {
        counts.put((String) row[0], ((Number) row[1]).longValue());
      }
    }
  }
}
