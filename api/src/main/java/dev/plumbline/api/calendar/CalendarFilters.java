package dev.plumbline.api.calendar;

import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Query parameters by which entries are chosen. */
class CalendarFilters {

  @RestQuery
  @Parameter(description = "for example openai or azure")
  Optional<String> provider;

  @RestQuery
  @Parameter(description = "training or inference")
  Optional<String> clock;

  @RestQuery
  @Parameter(description = "a base with its fine-tunes, one fine-tune, or a name with * in it")
  Optional<String> model;

  @RestQuery
  @Parameter(description = "only models in use of this owner or contact")
  Optional<String> owner;

  @RestQuery
  @Parameter(description = "true for only what we use")
  Optional<String> used;

  @RestQuery
  @Parameter(description = "of the newest change, at least: information, warning or critical")
  Optional<String> severity;

  @RestQuery
  @Parameter(description = "first day of the end, for example 2026-11-21")
  Optional<String> from;

  @RestQuery
  @Parameter(description = "the day after the last")
  Optional<String> to;

  CalendarQuery query() {
    return new CalendarQuery(
        Labels.provider(provider),
        Labels.constant("clock", clock, LifeClock.class),
        Labels.text("model", model),
        Labels.text("owner", owner),
        Labels.flag("used", used),
        Labels.constant("severity", severity, Urgency.class),
        new CalendarQuery.Range(Labels.day("from", from), Labels.day("to", to)));
  }
}
