package dev.plumbline.lifecycle.deprecation.feed;

import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Entries and moves in sentences. */
public final class EntryWords {

  private EntryWords() {}

  /** For example {@code openai fine-tunes of gpt-x: shut down}. */
  public static String title(CalendarEntry entry) {
    String what = entry.clock() == LifeClock.TRAINING ? "training ends" : "shut down";
    return "%s %s: %s"
        .formatted(entry.question().model().provider(), entry.question().model(), what);
  }

  /** Date, certainty, rule, source, replacement and doubts, a line each. */
  public static List<String> details(CalendarEntry entry) {
    List<String> lines = new ArrayList<>();
    entry.end().findKnown().ifPresent(known -> describe(known, lines));
    entry
        .withdrawal()
        .ifPresent(
            withdrawal ->
                lines.add(
                    "The date %s was withdrawn, seen %s."
                        .formatted(withdrawal.before().date(), withdrawal.seenOn())));
    return lines;
  }

  private static void describe(ClockEnd.Known known, List<String> lines) {
    lines.add("Last safe day: " + known.end().value().minusDays(1) + ".");
    lines.add("Certainty: " + certainty(known.certainty()) + ".");
    lines.add("Rule: " + known.rule() + ".");
    lines.add("Source: " + known.end().source().name() + seen(known) + ".");
    known.replacement().ifPresent(name -> lines.add("Named replacement: " + name + "."));
    if (known.isDisputed()) {
      lines.add("Disputed: " + others(known.contradictedBy()) + ".");
    }
    if (!known.openKeys().isEmpty()) {
      lines.add("Also depends on: " + String.join(", ", known.openKeys()) + ".");
    }
  }

  private static String seen(ClockEnd.Known known) {
    return known.end().seenAt().map(day -> ", seen " + day).orElse("");
  }

  private static String others(List<DateClaim> claims) {
    return claims.stream()
        .map(claim -> claim.source().name() + " says " + day(claim))
        .collect(Collectors.joining("; "));
  }

  private static String day(DateClaim claim) {
    return claim.date().map(LocalDate::toString).orElse("no date");
  }

  public static String certainty(ClaimCertainty certainty) {
    return switch (certainty) {
      case COMMITTED -> "committed by the provider";
      case EARLIEST -> "not before this day";
      case TENTATIVE -> "may still change";
      case SECONDARY -> "copies and third parties only";
      case INFERRED -> "follows by a rule, stated nowhere";
      case WITHDRAWN -> "withdrawn";
    };
  }

  /** For example {@code openai gpt-x: shut down - moved later, from 2027-01-14 to 2027-02-14}. */
  public static String title(CalendarEntry entry, DateMove move) {
    return title(entry) + " - " + move.match(new MoveSentence());
  }
}
