package dev.plumbline.api.calendar;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.feed.AtomEntry;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What aliases were announced to mean, what they are said to have meant, and what syncs of the
 * organisation saw. Nothing is left out for another: an announcement stays when the move came late.
 */
@ApplicationScoped
class AliasMoves {

  private static final Comparator<AliasMoveView> NEWEST_FIRST =
      Comparator.comparing(AliasMoves::day).reversed().thenComparing(AliasMoveView::id);

  private final SeenEvents seen;
  private final Clock clock;

  AliasMoves(SeenEvents seen, Clock clock) {
    this.seen = seen;
    this.clock = clock;
  }

  /** Of the models that are asked for; days, clock and severity are those of ends and not asked. */
  List<AliasMoveView> of(Organisation organisation, CalendarQuery query) {
    Predicate<ModelKey> wanted = seen.wanted(organisation, query);
    return Stream.concat(
            stated(wanted).map(AliasMoveView::of),
            seen.noticed(organisation, wanted)
                .filter(each -> each.event().isAliasMove())
                .map(AliasMoveView::of))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private static Stream<Aliases.Stated> stated(Predicate<ModelKey> wanted) {
    return Aliases.bundled().history().stream()
        .filter(each -> SeenEvents.isWanted(wanted, each.provider(), each.alias()));
  }

  /** The day of the move, else of its announcement. */
  private static LocalDate day(AliasMoveView move) {
    return Stream.of(move.effectiveOn(), move.announcedOn())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(LocalDate.MIN);
  }

  /**
   * For feeds, what sources state: an entry when a move is announced, and one when its day has
   * come. What syncs saw is of {@link SeenEvents}.
   */
  List<AtomEntry> entries(Organisation organisation, CalendarQuery query) {
    boolean wanted =
        query.clock().filter(LifeClock.TRAINING::equals).isEmpty()
            && query.severity().filter(least -> least != Urgency.INFORMATION).isEmpty();
    if (!wanted) {
      return List.of();
    }
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return stated(seen.wanted(organisation, query))
        .filter(each -> !each.move().isLaunch())
        .flatMap(each -> Stream.concat(announced(each), effective(each, today)))
        .toList();
  }

  private static Stream<AtomEntry> announced(Aliases.Stated stated) {
    String when =
        stated.move().effective().map(day -> " from %s on".formatted(day)).orElse(", no day named");
    return stated.move().announced().stream()
        .map(day -> entry(stated, "alias.announced", day, "was announced to mean %s" + when));
  }

  private static Stream<AtomEntry> effective(Aliases.Stated stated, LocalDate today) {
    String words =
        stated.move().observed() ? "was seen to mean %s, not before this day" : "is to mean %s";
    return stated.move().effective().stream()
        .filter(day -> !day.isAfter(today))
        .map(day -> entry(stated, "alias.moved", day, words));
  }

  private static AtomEntry entry(Aliases.Stated stated, String event, LocalDate day, String words) {
    String snapshot = stated.move().snapshot().orElse("no snapshot of its own");
    return new AtomEntry(
        AliasMoveView.identity(stated, event),
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        "%s %s: %s".formatted(stated.provider().key(), stated.alias(), words.formatted(snapshot)),
        SeenEvents.categories(event, stated.provider().key(), Urgency.INFORMATION),
        List.of("Source: " + stated.move().source()));
  }
}
