package dev.plumbline.api.cli;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Entries as a program reads them: a row each, opened up to rule and source. */
record CalendarRows(LocalDate today) {

  Table of(List<CalendarEntry> entries) {
    Table table =
        Table.of(
            "provider",
            "model",
            "fine_tunes",
            "clock",
            "date",
            "days_left",
            "certainty",
            "rule",
            "disputed",
            "disputed_by",
            "open_keys",
            "replacement",
            "announced",
            "source",
            "source_kind",
            "seen_at",
            "revision",
            "gap");
    entries.forEach(entry -> add(table, entry));
    return table;
  }

  private void add(Table table, CalendarEntry entry) {
    Optional<ClockEnd.Known> end = entry.end().findKnown();
    table.row(
        entry.question().model().provider(),
        name(entry),
        entry.isOfFineTunes(),
        label(entry.clock()),
        entry.day(),
        end.map(known -> known.daysLeft(today)),
        end.map(known -> label(known.certainty())),
        label(entry.end().match(ClockEnd.Known::rule, ClockEnd.Unknown::rule)),
        end.map(ClockEnd.Known::isDisputed).orElse(false),
        end.map(known -> known.contradictedBy().stream().map(CalendarRows::other).toList())
            .orElse(List.of()),
        end.map(ClockEnd.Known::openKeys).orElse(List.of()),
        end.flatMap(ClockEnd.Known::replacement),
        end.flatMap(known -> known.decidedBy().announced()),
        end.map(known -> known.end().source().name()),
        end.map(known -> label(known.end().source().kind())),
        end.flatMap(known -> known.end().seenAt()),
        entry.revision(),
        entry.end().match(known -> Optional.<String>empty(), gap -> Optional.of(gap.reason())));
  }

  private static Map<String, Object> other(DateClaim claim) {
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("date", claim.date());
    other.put("source", claim.source().name());
    other.put("seen_at", claim.seenAt());
    return other;
  }

  /** The base for its fine-tunes together, otherwise the name itself. */
  static String name(CalendarEntry entry) {
    ModelId model = entry.question().model();
    return model.canonical().startsWith("fine-tunes of ")
        ? model.base().orElse(model.canonical())
        : model.canonical();
  }

  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
