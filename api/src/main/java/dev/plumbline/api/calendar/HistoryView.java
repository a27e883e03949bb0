package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one clock of one model came to its day: every change, and every statement behind it. */
@Schema(name = "CalendarHistory")
@JsonNaming(SnakeCaseStrategy.class)
public record HistoryView(
    EntryView entry,
    @Schema(description = "oldest first") List<MoveView> moves,
    @Schema(description = "newest first") List<StatementView> statements) {

  public HistoryView {
    moves = List.copyOf(moves);
    statements = List.copyOf(statements);
  }

  /** A change of what is believed. */
  @Schema(name = "DateMove")
  @JsonNaming(SnakeCaseStrategy.class)
  public record MoveView(
      @Schema(examples = "date.moved_earlier") String event,
      String severity,
      LocalDate seenOn,
      @Nullable LocalDate before,
      @Nullable LocalDate now,
      @Schema(description = "absent when a rule no longer applies") @Nullable String source) {

    static MoveView of(DateMove move) {
      return new MoveView(
          "date." + move.label(),
          Labels.of(move.urgency()),
          move.seenOn(),
          move.from().orElse(null),
          move.to().orElse(null),
          move.by().map(claim -> claim.source().name()).orElse(null));
    }
  }

  /** One statement, whose date it is, and what part it has in the answer. */
  @Schema(name = "DateStatement")
  @JsonNaming(SnakeCaseStrategy.class)
  public record StatementView(
      @Schema(description = "decides, contradicts or considered") String part, ClaimView claim) {}

  static HistoryView of(CalendarEntry entry, Collection<DateClaim> claims, LocalDate today) {
    Optional<ClockEnd.Known> known = entry.end().findKnown();
    return new HistoryView(
        EntryView.of(entry, today),
        entry.moves().stream().map(MoveView::of).toList(),
        claims.stream()
            .sorted(
                Comparator.comparing((DateClaim claim) -> claim.evidence().knownOn())
                    .thenComparing(claim -> claim.evidence().recordedAt())
                    .reversed())
            .map(claim -> new StatementView(part(claim, known), ClaimView.of(claim)))
            .toList());
  }

  private static String part(DateClaim claim, Optional<ClockEnd.Known> known) {
    if (known.filter(end -> end.decidedBy().equals(claim)).isPresent()) {
      return "decides";
    }
    return known.filter(end -> end.contradictedBy().contains(claim)).isPresent()
        ? "contradicts"
        : "considered";
  }
}
