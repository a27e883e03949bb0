package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.deprecation.feed.AtomWriter;
import dev.plumbline.lifecycle.deprecation.feed.LeadTimes;
import dev.plumbline.lifecycle.deprecation.feed.MoveFeed;
import dev.plumbline.lifecycle.deprecation.ical.CalendarWriter;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** When training and service end, by the facts that ship with Plumbline or a server's. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = "Show when models can no longer be trained and called, fine-tunes first.",
    footer = {
      "",
      "Without --from and --model only what is still to come. Training ends are for an",
      "organisation that tunes and calls fine-tunes today: --customer-class asks for others.",
      "--format ics is a calendar to subscribe to, --format atom a feed of moved dates."
    },
    subcommands = {CalendarMovesCommand.class, CalendarImportCommand.class})
final class CalendarCommand implements Callable<Integer> {

  static final String FEED_ID = "urn:plumbline:calendar:moves";

  private static final Comparator<CalendarEntry> BY_DAY =
      Comparator.<CalendarEntry, LocalDate>comparing(entry -> entry.day().orElse(LocalDate.MAX))
          .thenComparing(entry -> entry.question().model().provider())
          .thenComparing(entry -> entry.question().model().canonical())
          .thenComparing(CalendarEntry::clock);

  private final Surroundings surroundings;

  @Mixin private CalendarFilter filter;

  @Mixin private CalendarSource source;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day; today if neither it nor --model is given.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DAY", description = "The day after the last.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CalendarFormat format = CalendarFormat.TABLE;

  @Option(names = "--ics", description = "The same as --format ics.")
  private boolean ics;

  @Option(
      names = "--remind",
      paramLabel = "DAYS",
      split = ",",
      description = "Lead times of alarms in days, for example 90,30,7.")
  private List<Integer> remind = LeadTimes.USUAL.days();

  CalendarCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    checkRange();
    List<CalendarEntry> entries =
        filter.entries(source.calendar()).stream().filter(this::isInRange).sorted(BY_DAY).toList();
    write(entries);
    if (entries.isEmpty()) {
      surroundings.say("plumbline: nothing ends in that range; leave an option out or use *");
    }
    return ExitCode.OK.code();
  }

  private void checkRange() {
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new InputInvalidException("--to: %s is not after --from".formatted(to.get()));
    }
  }

  private void write(List<CalendarEntry> entries) {
    LocalDate day = filter.day(surroundings);
    CalendarFormat wanted = ics ? CalendarFormat.ICS : format;
    if (wanted == CalendarFormat.ICS) {
      LeadTimes leads = InputInvalidException.reading("--remind", () -> LeadTimes.of(remind));
      surroundings
          .out()
          .print(new CalendarWriter("Model shutdowns (Plumbline)", leads, day).write(entries));
    } else if (wanted == CalendarFormat.ATOM) {
      surroundings
          .out()
          .print(
              AtomWriter.write(
                  FEED_ID,
                  "Moved model shutdowns (Plumbline)",
                  MoveFeed.of(entries, move -> true)));
    } else {
      var common = wanted.common().orElseThrow();
      var output = new Output(surroundings.out(), common, surroundings.colour());
      if (output.isForPeople()) {
        new CalendarPrinting(output, day).print(entries);
      } else {
        output.table(new CalendarRows(day).of(entries));
      }
    }
  }

  /** What has no day is shown when it was asked for by name, and as a cancelled event. */
  private boolean isInRange(CalendarEntry entry) {
    if (entry.day().isEmpty()) {
      return from.isEmpty() && to.isEmpty() && (!filter.models.isEmpty() || isFeed());
    }
    LocalDate day = entry.day().get();
    Optional<LocalDate> first =
        from.or(
            () ->
                filter.models.isEmpty() ? Optional.of(filter.day(surroundings)) : Optional.empty());
    return first.map(start -> !day.isBefore(start)).orElse(true)
        && to.map(day::isBefore).orElse(true);
  }

  private boolean isFeed() {
    return ics || format.common().isEmpty();
  }
}
