package dev.plumbline.api.jobs;

import dev.plumbline.api.metrics.MetricNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** When each job last came to a good end; read from the database at most every ten seconds. */
@ApplicationScoped
class JobMetrics {

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final JobDesk desk;
  private final MeterRegistry metrics;
  private final Clock clock;
  private Instant readAt = Instant.EPOCH;
  private Map<String, Instant> successes = Map.of();

  JobMetrics(JobDesk desk, MeterRegistry metrics, Clock clock) {
    this.desk = desk;
    this.metrics = metrics;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event) {
    for (JobPlan plan : desk.plans()) {
      Gauge.builder(MetricNames.JOBS_LAST_SUCCESS, () -> lastSuccess(plan.name()))
          .tag(MetricNames.JOB, plan.name())
          .baseUnit("seconds")
          .register(metrics);
    }
  }

  /** Seconds since 1970; none before the first. */
  private Number lastSuccess(String job) {
    Instant last = successes().get(job);
    return last == null ? Double.NaN : last.getEpochSecond();
  }

  private synchronized Map<String, Instant> successes() {
    Instant now = clock.instant();
    if (readAt.plus(KEPT).isBefore(now)) {
      successes = desk.rows().lastSuccesses();
      readAt = now;
    }
    return successes;
  }
}
