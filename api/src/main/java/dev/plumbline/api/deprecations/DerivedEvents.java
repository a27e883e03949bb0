package dev.plumbline.api.deprecations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.feed.EntryIds;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From the moves of a calendar to events that are kept. */
final class DerivedEvents {

  private DerivedEvents() {}

  static List<DateEvent> of(Collection<CalendarEntry> entries, Instant moment) {
    return entries.stream()
        .flatMap(entry -> entry.moves().stream().map(move -> of(entry, move, moment)))
        .toList();
  }

  private static DateEvent of(CalendarEntry entry, DateMove move, Instant moment) {
    return event(
        entry,
        new Parts(
            "date." + move.label(),
            move.urgency(),
            move.seenOn(),
            move.from(),
            move.to(),
            move.by().map(claim -> claim.source().name())),
        moment);
  }

  /**
   * The end has passed and calls still succeed, or the model is still listed: one event for each
   * such end, whenever seen.
   */
  static DateEvent passed(
      String kind, CalendarEntry entry, ClockEnd.Known end, LocalDate seenOn, Instant moment) {
    return event(
        entry,
        new Parts(
            kind,
            kind.equals(DateEvent.PASSED_ALIVE) ? Urgency.WARNING : Urgency.INFORMATION,
            seenOn,
            Optional.empty(),
            Optional.of(end.end().value()),
            Optional.of(end.end().source().name())),
        moment);
  }

  private record Parts(
      String kind,
      Urgency severity,
      LocalDate seenOn,
      Optional<LocalDate> before,
      Optional<LocalDate> now,
      Optional<String> source) {

    /** The day of a sighting is left out: it is one event, however often it is seen. */
    String identity() {
      String day = DateEvent.isSighting(kind) ? "" : seenOn.toString();
      return String.join("\n", kind, day, before.toString(), now.toString());
    }
  }

  private static DateEvent event(CalendarEntry entry, Parts parts, Instant moment) {
    ModelId model = entry.question().model();
    String identity = EntryIds.of(entry) + "\n" + parts.identity();
    return new DateEvent(
        UUID.nameUUIDFromBytes(identity.getBytes(UTF_8)),
        model.provider(),
        model.canonical(),
        model.base(),
        entry.isOfFineTunes(),
        entry.clock(),
        parts.kind(),
        parts.severity(),
        parts.seenOn(),
        parts.before(),
        parts.now(),
        parts.source(),
        moment);
  }
}
