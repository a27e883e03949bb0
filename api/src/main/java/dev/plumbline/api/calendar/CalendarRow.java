package dev.plumbline.api.calendar;

import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.ShutdownRule;
import dev.plumbline.lifecycle.deprecation.feed.EntryWords;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry as a person reads it.
 *
 * @param left for example {@code in 54 days}
 * @param tone colour of the badge with it
 * @param moved what happened last; empty when it was only announced
 * @param link what decided
 */
record CalendarRow(
    String provider,
    String model,
    boolean fineTunes,
    String what,
    Optional<LocalDate> day,
    String left,
    String tone,
    String certainty,
    boolean disputed,
    String rule,
    String source,
    String replacement,
    String moved,
    String link) {

  private static final long SOON_DAYS = 60;

  static CalendarRow of(CalendarEntry entry, LocalDate today) {
    EntryView view = EntryView.of(entry, today);
    return new CalendarRow(
        view.provider(),
        view.model(),
        view.fineTunes(),
        entry.clock() == LifeClock.TRAINING ? "training ends" : "service ends",
        entry.day(),
        left(view),
        tone(view),
        entry.end().findKnown().map(end -> EntryWords.certainty(end.certainty())).orElse(""),
        !view.disputedBy().isEmpty(),
        entry.end().match(end -> words(end.rule()), gap -> gap.reason()),
        view.decidedBy() == null ? "" : view.decidedBy().source(),
        view.replacement() == null ? "" : view.replacement(),
        Selection.newest(entry)
            .filter(move -> !move.label().equals("announced"))
            .map(move -> move.label().replace('_', ' ') + " " + move.seenOn())
            .orElse(""),
        link(view));
  }

  private static String link(EntryView view) {
    return UriBuilder.fromPath("/calendar/entry")
        .queryParam("provider", "{provider}")
        .queryParam("model", "{model}")
        .queryParam("clock", "{clock}")
        .build(view.provider(), view.model(), view.clock())
        .toString();
  }

  private static String left(EntryView view) {
    Long days = view.daysLeft();
    if (days == null) {
      return view.status().equals("withdrawn") ? "withdrawn" : "no date known";
    }
    if (days == 0) {
      return "today";
    }
    String count = Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
    return days > 0 ? "in " + count : count + " ago";
  }

  private static String tone(EntryView view) {
    Long days = view.daysLeft();
    if (days == null || days <= 0) {
      return "tone-plain";
    }
    if (!view.disputedBy().isEmpty()) {
      return "tone-care";
    }
    return days < SOON_DAYS ? "tone-bad" : "tone-good";
  }

  static String words(ShutdownRule rule) {
    return switch (rule) {
      case OWN_ROW -> "its own row";
      case EXPLICIT_ID_DATE -> "a date on this very fine-tune";
      case FAMILY_ROW -> "a row about its family of fine-tunes";
      case ANNOUNCEMENT_TEXT -> "the announcement says that fine-tunes end with the base";
      case PROVIDER_POLICY -> "what the provider does with all fine-tunes";
      case EXPLICIT_TRAINING_ROW -> "a training end stated for this base";
      case PROVIDER_GATE -> "the provider ends training for everybody";
      case BASE_SHUTDOWN -> "nothing trains on a base that is gone";
      case UNKNOWN -> "no rule gives a date";
    };
  }

  /** For sorting by the browser: far away when there is none. */
  public String sortable() {
    return day.map(LocalDate::toString).orElse("9999");
  }

  public String shownDay() {
    return day.map(LocalDate::toString).orElse("–");
  }
}
