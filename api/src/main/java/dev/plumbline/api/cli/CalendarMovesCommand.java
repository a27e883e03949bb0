package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.feed.AtomWriter;
import dev.plumbline.lifecycle.deprecation.feed.MoveFeed;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How dates moved, by what sources said when. */
@Command(
    name = "moves",
    mixinStandardHelpOptions = true,
    description = "Show dates that were moved, withdrawn, confirmed or disputed, newest first.",
    footer = {
      "",
      "A date that is only announced is left out unless --all is given; --format atom has both."
    })
final class CalendarMovesCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private CalendarFilter filter;

  @Mixin private CalendarSource source;

  @Option(names = "--since", paramLabel = "DAY", description = "Only moves seen since this day.")
  private Optional<LocalDate> since = Optional.empty();

  @Option(names = "--all", description = "First announcements too.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json, csv, markdown or atom (default: table).")
  private CalendarFormat format = CalendarFormat.TABLE;

  CalendarMovesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (format == CalendarFormat.ICS) {
      throw new InputInvalidException("--format: moves are no events of a day; use atom");
    }
    List<MoveFeed.Item> moves = MoveFeed.of(filter.entries(source.calendar()), this::isWanted);
    format
        .common()
        .ifPresentOrElse(
            common ->
                new Output(surroundings.out(), common, surroundings.colour()).table(table(moves)),
            () ->
                surroundings
                    .out()
                    .print(
                        AtomWriter.write(
                            CalendarCommand.FEED_ID, "Moved model shutdowns (Plumbline)", moves)));
    if (moves.isEmpty()) {
      surroundings.say("plumbline: no date moved; --all shows first announcements too");
    }
    return ExitCode.OK.code();
  }

  private boolean isWanted(DateMove move) {
    boolean kind = all || format == CalendarFormat.ATOM || !(move instanceof DateMove.Announced);
    return kind && since.map(day -> !move.seenOn().isBefore(day)).orElse(true);
  }

  private static Table table(List<MoveFeed.Item> moves) {
    Table table =
        Table.of(
            "seen_on",
            "event",
            "urgency",
            "provider",
            "model",
            "fine_tunes",
            "clock",
            "from",
            "to",
            "source");
    for (MoveFeed.Item item : moves) {
      DateMove move = item.move();
      table.row(
          move.seenOn(),
          move.label(),
          CalendarRows.label(move.urgency()),
          item.entry().question().model().provider(),
          CalendarRows.name(item.entry()),
          item.entry().isOfFineTunes(),
          CalendarRows.label(item.entry().clock()),
          move.from(),
          move.to(),
          move.by().map(DateClaim::source).map(source -> source.name()));
    }
    return table;
  }
}
