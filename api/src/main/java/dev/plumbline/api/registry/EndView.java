package dev.plumbline.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of one clock as it is published; without a day the gap says why. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ModelEnd")
record EndView(
    @Schema(description = "first day on which it no longer works") @Nullable LocalDate day,
    @Schema(description = "negative when it has passed") @Nullable Long daysLeft,
    @Schema(examples = "family_row") String rule,
    @Schema(examples = "committed") @Nullable String certainty,
    @Nullable String source,
    @Schema(description = "what a newer source says instead") @Nullable List<LocalDate> disputedBy,
    @Schema(description = "what the answer also depends on and nobody said")
        @Nullable List<String> openKeys,
    @Schema(description = "why there is no day") @Nullable String gap) {

  static EndView of(ClockEnd end, LocalDate today) {
    return end.match(known -> of(known, today), EndView::of);
  }

  private static EndView of(ClockEnd.Known known, LocalDate today) {
    return new EndView(
        known.end().value(),
        known.daysLeft(today),
        word(known.rule()),
        word(known.certainty()),
        known.end().source().name(),
        known.isDisputed() ? known.disputedBy().stream().map(each -> each.value()).toList() : null,
        known.openKeys().isEmpty() ? null : known.openKeys(),
        null);
  }

  private static EndView of(ClockEnd.Unknown unknown) {
    return new EndView(null, null, word(unknown.rule()), null, null, null, null, unknown.reason());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** For people: {@code 55}, or a dash where nobody knows. */
  String shownDays() {
    return daysLeft == null ? "–" : Long.toString(daysLeft);
  }
}
