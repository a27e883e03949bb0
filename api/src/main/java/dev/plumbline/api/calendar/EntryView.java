package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.feed.EntryIds;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One clock of one model as it is believed, with what decided. */
@Schema(name = "CalendarEntry")
@JsonNaming(SnakeCaseStrategy.class)
public record EntryView(
    @Schema(description = "the same for life") UUID id,
    @Schema(examples = "openai") String provider,
    @Schema(
            description = "a base, 'fine-tunes of <base>', or one fine-tune",
            examples = "fine-tunes of gpt-4o-2024-08-06")
        String model,
    @Nullable String base,
    boolean fineTunes,
    @Schema(description = "training or inference") String clock,
    @Schema(description = "planned, passed, withdrawn or unknown") String status,
    @Schema(description = "first day on which it is over, UTC") @Nullable LocalDate day,
    @Schema(description = "negative when it has passed") @Nullable Long daysLeft,
    @Nullable String certainty,
    @Schema(description = "which rule gave the day", examples = "FAMILY_ROW") String rule,
    @Schema(description = "why there is no day") @Nullable String gap,
    @Schema(description = "what the day rests on") @Nullable SaidView decidedBy,
    @Schema(description = "newer statements that say something else") List<SaidView> disputedBy,
    @Schema(description = "what the day also depends on, for example region") List<String> openKeys,
    @Schema(description = "what the source names instead") @Nullable String replacement,
    @Schema(description = "how often the day changed since it was first published") int revision,
    @Nullable LocalDate changedOn,
    @Schema(description = "of the newest change") @Nullable String severity) {

  static final LifeClock SERVICE = LifeClock.INFERENCE;

  /** A statement that somebody made. */
  @Schema(name = "StatedDate")
  @JsonNaming(SnakeCaseStrategy.class)
  public record SaidView(
      @Nullable LocalDate day,
      String source,
      String sourceKind,
      @Nullable LocalDate seenAt,
      String document,
      @Nullable LocalDate announced) {

    static SaidView of(DateClaim claim) {
      return new SaidView(
          claim.date().orElse(null),
          claim.source().name(),
          Labels.of(claim.source().kind()),
          claim.seenAt().orElse(null),
          claim.evidence().document(),
          claim.announced().orElse(null));
    }
  }

  static EntryView of(CalendarEntry entry, LocalDate today) {
    ModelId model = entry.question().model();
    Optional<ClockEnd.Known> known = entry.end().findKnown();
    return new EntryView(
        EntryIds.of(entry),
        model.provider().key(),
        model.canonical(),
        model.base().orElse(null),
        entry.isOfFineTunes(),
        Labels.of(entry.clock()),
        status(entry, today),
        entry.day().orElse(null),
        entry.day().map(day -> ChronoUnit.DAYS.between(today, day)).orElse(null),
        known.map(end -> Labels.of(end.certainty())).orElse(null),
        entry.end().match(end -> end.rule().name(), gap -> gap.rule().name()),
        entry.end().match(end -> null, ClockEnd.Unknown::reason),
        known.map(end -> SaidView.of(end.decidedBy())).orElse(null),
        known.map(ClockEnd.Known::contradictedBy).orElse(List.of()).stream()
            .map(SaidView::of)
            .toList(),
        known.map(ClockEnd.Known::openKeys).orElse(List.of()),
        known.flatMap(ClockEnd.Known::replacement).orElse(null),
        entry.revision(),
        entry.changedOn().orElse(null),
        Selection.newest(entry).map(move -> Labels.of(move.urgency())).orElse(null));
  }

  private static String status(CalendarEntry entry, LocalDate today) {
    if (entry.withdrawal().isPresent()) {
      return "withdrawn";
    }
    return entry.day().map(day -> day.isAfter(today) ? "planned" : "passed").orElse("unknown");
  }
}
