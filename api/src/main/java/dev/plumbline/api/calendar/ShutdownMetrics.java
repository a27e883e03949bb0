package dev.plumbline.api.calendar;

import dev.plumbline.api.metrics.MetricNames;
import dev.plumbline.api.models.ModelInUse;
import dev.plumbline.api.models.ModelsInUse;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.registry.ModelIds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * When models that are used end, as absolute moments, so that a dashboard computes the days left
 * itself. Labels come from bundled tables: a model that they do not name counts as {@code other}.
 */
@ApplicationScoped
class ShutdownMetrics {

  private static final CalendarQuery USED =
      new CalendarQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true,
          Optional.empty(),
          CalendarQuery.Range.ANY);

  private static final ModelIds IDS = ModelIds.bundled();

  private final EntityManager entities;
  private final Selection selection;
  private final ModelsInUse used;
  private final CalendarImportRepository imports;
  private final MultiGauge shutdowns;
  private final MultiGauge dependants;
  private volatile Instant imported = Instant.EPOCH;

  /** A series; of several ends the earliest counts. */
  private record Series(String provider, String model, String clock) implements Comparable<Series> {

    static Series of(CalendarEntry entry) {
      return of(entry.question().model(), entry.isOfFineTunes(), Labels.of(entry.clock()));
    }

    static Series of(ModelInUse used) {
      ModelId model = IDS.of(used.key(), used.base());
      return of(model, model.kind().isFineTuned(), "");
    }

    private static Series of(ModelId model, boolean fineTuned, String clock) {
      String base = model.base().orElse("");
      boolean known = KnownModels.bundled().find(model.provider(), base).isPresent();
      return new Series(
          known ? model.provider().key() : "other",
          known ? (fineTuned ? "fine-tunes of " : "") + base : "other",
          clock);
    }

    Tags tags() {
      return Tags.of(MetricNames.PROVIDER, provider, MetricNames.MODEL, model);
    }

    Tags tagsWithClock() {
      return tags().and(MetricNames.CLOCK, clock);
    }

    @Override
    public int compareTo(Series other) {
      return toString().compareTo(other.toString());
    }
  }

  ShutdownMetrics(
      EntityManager entities,
      Selection selection,
      ModelsInUse used,
      CalendarImportRepository imports,
      MeterRegistry metrics) {
    this.entities = entities;
    this.selection = selection;
    this.used = used;
    this.imports = imports;
    this.shutdowns =
        MultiGauge.builder(MetricNames.MODEL_SHUTDOWN)
            .description("Unix time at which a model in use can no longer be trained or called")
            .register(metrics);
    this.dependants =
        MultiGauge.builder(MetricNames.MODEL_DEPENDANTS)
            .description("Applications that are pinned to a model")
            .register(metrics);
    Gauge.builder(MetricNames.CALENDAR_IMPORTED, () -> imported.getEpochSecond())
        .description("Unix time of the last approved import; 0 before the first")
        .register(metrics);
  }

  /** Each instance has gauges of its own, so each looks by itself. */
  @Scheduled(
      identity = "calendar-metrics",
      every = "5m",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void refresh() {
    Map<Series, LocalDate> ends = new TreeMap<>();
    Map<Series, Integer> pinned = new TreeMap<>();
    Instant last = Instant.EPOCH;
    for (Organisation organisation : organisations()) {
      selection
          .entries(organisation, USED, Optional.empty())
          .forEach(
              entry ->
                  entry
                      .day()
                      .ifPresent(day -> ends.merge(Series.of(entry), day, ShutdownMetrics::first)));
      used.of(organisation)
          .forEach(model -> pinned.merge(Series.of(model), model.consumers(), Integer::sum));
      Instant own = imports.lastApproved(organisation).orElse(Instant.EPOCH);
      last = own.isAfter(last) ? own : last;
    }
    imported = last;
    shutdowns.register(
        ends.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                end -> MultiGauge.Row.of(end.getKey().tagsWithClock(), seconds(end.getValue())))
            .toList(),
        true);
    dependants.register(
        pinned.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                each -> MultiGauge.Row.of(each.getKey().tags(), each.getValue()))
            .toList(),
        true);
  }

  private static LocalDate first(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static long seconds(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private List<Organisation> organisations() {
    return entities
        .createNativeQuery("select id from organisation_ids()", UUID.class)
        .getResultList()
        .stream()
        .map(id -> new Organisation((UUID) id))
        .toList();
  }
}
