package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A calendar as a person reads it: fine-tunes first, what ends on one day for one reason on one
 * line, sources as numbered notes.
 */
final class CalendarPrinting {

  private static final int MOST_NAMES = 6;

  private record Line(
      LocalDate day,
      String provider,
      LifeClock clock,
      String certainty,
      String others,
      String rule,
      String source,
      String openKeys) {}

  private static final Comparator<Line> BY_DAY =
      Comparator.comparing(Line::day)
          .thenComparing(Line::provider)
          .thenComparing(Line::clock)
          .thenComparing(Line::rule);

  private final Output output;
  private final LocalDate today;
  private final List<String> sources = new ArrayList<>();

  CalendarPrinting(Output output, LocalDate today) {
    this.output = output;
    this.today = today;
  }

  void print(List<CalendarEntry> entries) {
    output.sentence(
        "As of %s (UTC). A date is the first day without; the day before is the last safe one."
            .formatted(today));
    print("Fine-tunes and their training", entries.stream().filter(CalendarEntry::isOfFineTunes));
    print("Models", entries.stream().filter(entry -> !entry.isOfFineTunes()));
    gaps(entries);
    if (!sources.isEmpty()) {
      output.sentence("");
    }
    for (int i = 0; i < sources.size(); i++) {
      output.sentence("[%d] %s".formatted(i + 1, sources.get(i)));
    }
  }

  private void print(String title, java.util.stream.Stream<CalendarEntry> entries) {
    Map<Line, List<String>> lines = new LinkedHashMap<>();
    entries.forEach(
        entry ->
            entry
                .end()
                .findKnown()
                .ifPresent(
                    known ->
                        lines
                            .computeIfAbsent(line(entry, known), line -> new ArrayList<>())
                            .add(CalendarRows.name(entry))));
    if (lines.isEmpty()) {
      return;
    }
    Table table =
        Table.of("days_left", "date", "provider", "ends", "certainty", "rule", "source", "models");
    lines.keySet().stream().sorted(BY_DAY).forEach(line -> row(table, line, lines.get(line)));
    output.sentence("");
    output.sentence(title);
    output.sentence("");
    output.table(table);
  }

  private void row(Table table, Line line, List<String> names) {
    table.row(
        line.day.toEpochDay() - today.toEpochDay(),
        line.day,
        line.provider,
        line.clock == LifeClock.TRAINING ? "training" : "service",
        line.certainty + line.others,
        line.rule,
        "[" + note(line.source) + "]",
        joined(names) + line.openKeys);
  }

  private int note(String source) {
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return sources.indexOf(source) + 1;
  }

  private static Line line(CalendarEntry entry, ClockEnd.Known known) {
    return new Line(
        known.end().value(),
        entry.question().model().provider().key(),
        entry.clock(),
        CalendarRows.label(known.certainty()),
        others(known),
        CalendarRows.label(known.rule()),
        known.end().source().name(),
        known.openKeys().isEmpty()
            ? ""
            : " (depends on " + String.join(", ", known.openKeys()) + ")");
  }

  private static String others(ClockEnd.Known known) {
    return known.isDisputed()
        ? known.contradictedBy().stream()
            .map(claim -> claim.date().map(LocalDate::toString).orElse("no date"))
            .distinct()
            .collect(Collectors.joining(" or ", ", disputed: or ", ""))
        : "";
  }

  private static String joined(List<String> names) {
    List<String> distinct = names.stream().distinct().toList();
    return distinct.size() <= MOST_NAMES
        ? String.join(", ", distinct)
        : String.join(", ", distinct.subList(0, MOST_NAMES - 1))
            + " and %d more".formatted(distinct.size() - MOST_NAMES + 1);
  }

  private void gaps(List<CalendarEntry> entries) {
    List<String> gaps = entries.stream().flatMap(entry -> gap(entry).stream()).distinct().toList();
    if (!gaps.isEmpty()) {
      output.sentence("");
      output.sentence("Not known");
      gaps.forEach(output::sentence);
    }
  }

  private static Optional<String> gap(CalendarEntry entry) {
    String of = entry.question().model() + ", " + CalendarRows.label(entry.clock()) + ": ";
    return entry
        .withdrawal()
        .map(gone -> of + gone.before().date() + " was withdrawn, seen " + gone.seenOn())
        .or(
            () ->
                entry
                    .end()
                    .match(known -> Optional.empty(), gap -> Optional.of(of + gap.reason())));
  }
}
