package dev.plumbline.api.alerts;

import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.metrics.SharedReading;
import dev.plumbline.core.alert.AlertSeverity;
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

/** Alerts and deliveries of all organisations, counted at most every ten seconds. */
@ApplicationScoped
class AlertMetrics {

  private static final List<String> STATES = List.of("open", "acknowledged", "snoozed");
  private static final List<String> OPEN = List.of("pending", "sending", "dead");

  private final SharedReading<Long> counts;
  private final MeterRegistry metrics;

  AlertMetrics(AlertCounts counts, MeterRegistry metrics, Clock clock) {
    this.counts = new SharedReading<>(counts::all, clock);
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (String state : STATES) {
      for (AlertSeverity severity : AlertSeverity.values()) {
        Gauge.builder(
                MetricNames.ALERTS, () -> counts.find(state + " " + severity.label()).orElse(0L))
            .tag(MetricNames.STATE, state)
            .tag(MetricNames.SEVERITY, severity.label())
            .register(metrics);
      }
    }
    for (String state : OPEN) {
      Gauge.builder(
              MetricNames.NOTIFICATIONS_OPEN, () -> counts.find("delivery " + state).orElse(0L))
          .tag(MetricNames.STATE, state)
          .register(metrics);
    }
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
