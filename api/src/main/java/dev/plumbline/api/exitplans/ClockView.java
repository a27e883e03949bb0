package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.exit.value.DaysLeft;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One clock of a model. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExitPlanClock")
public record ClockView(
    @Schema(description = "first day on which it no longer works; absent when nobody knows")
        @Nullable LocalDate end,
    @Schema(description = "negative when it is over") @Nullable Long daysLeft,
    @Nullable LocalDate lastSafeDay,
    @Schema(examples = "committed") @Nullable String certainty,
    @Schema(description = "which rule gave the end", examples = "announcement_text") String rule,
    @Nullable String source,
    @Schema(description = "whether sources disagree") boolean disputed,
    @Schema(description = "what the answer also depends on and is not known")
        @Nullable List<String> openKeys,
    @Schema(description = "why nobody knows it") @Nullable String reason) {

  static ClockView of(ClockEnd end, LocalDate today) {
    return end.match(known -> of(known, today), ClockView::gap);
  }

  private static ClockView of(ClockEnd.Known known, LocalDate today) {
    DaysLeft left = new DaysLeft(today, known.end().value());
    return new ClockView(
        left.end(),
        left.count(),
        left.lastSafeDay(),
        FactReading.label(known.certainty()),
        FactReading.label(known.rule()),
        known.end().source().name(),
        known.isDisputed(),
        known.openKeys().isEmpty() ? null : known.openKeys(),
        null);
  }

  private static ClockView gap(ClockEnd.Unknown unknown) {
    return new ClockView(
        null,
        null,
        null,
        null,
        FactReading.label(unknown.rule()),
        null,
        false,
        null,
        unknown.reason());
  }
}
