package dev.plumbline.api.syncs;

import dev.plumbline.api.metrics.MetricNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Shows by provider when the account that waits longest was last read completely. */
@ApplicationScoped
class LastSyncs {

  private final SyncRunRepository runs;
  private final MultiGauge gauge;

  LastSyncs(SyncRunRepository runs, MeterRegistry metrics) {
    this.runs = runs;
    this.gauge =
        MultiGauge.builder(MetricNames.SYNC_LAST_SUCCESS)
            .description("Unix time of the last complete sync of the account that waits longest")
            .baseUnit("seconds")
            .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    refresh();
  }

  /** Another instance may have made the run. */
  @Scheduled(identity = "last-syncs", every = "60s", delayed = "60s")
  void refresh() {
    List<MultiGauge.Row<?>> rows =
        runs.lastSyncs().entrySet().stream()
            .<MultiGauge.Row<?>>map(
                each ->
                    MultiGauge.Row.of(
                        Tags.of(MetricNames.PROVIDER, each.getKey()),
                        each.getValue().getEpochSecond()))
            .toList();
    gauge.register(rows, true);
  }
}
