package dev.plumbline.api.jobs;

import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.metrics.SharedReading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/** When each job last came to a good end; read from the database at most every ten seconds. */
@ApplicationScoped
class JobMetrics {

  private final JobDesk desk;
  private final MeterRegistry metrics;
  private final SharedReading<Instant> successes;

  JobMetrics(JobDesk desk, MeterRegistry metrics, Clock clock) {
    this.desk = desk;
    this.metrics = metrics;
    this.successes = new SharedReading<>(() -> desk.rows().lastSuccesses(), clock);
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
    return successes.find(job).<Number>map(Instant::getEpochSecond).orElse(Double.NaN);
  }
}
