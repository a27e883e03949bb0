package dev.plumbline.lifecycle.deprecation.feed;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calendars of one base, told as a story of what a page said when. */
public final class Entries {

  private static final Source PAGE =
      new Source("the provider's page; with commas, a \\ and ümläuts", Source.Kind.PROVIDER_PAGE);

  private Entries() {}

  /**
   * The entries that the story leads to.
   *
   * @param story pairs of the day or moment seen and the date stated then; empty text when it was
   *     taken back
   */
  public static List<CalendarEntry> of(String... story) {
    return of(PAGE, story);
  }

  public static List<CalendarEntry> of(Source source, String... story) {
    List<DateClaim> claims = new ArrayList<>();
    for (int i = 0; i < story.length; i += 2) {
      claims.add(
          new DateClaim(
              ClaimKey.everywhere(
                  new Subject(Provider.OPENAI, Subject.Kind.BASE, "gpt-x"), LifeClock.INFERENCE),
              statement(story[i + 1]),
              seen(source, story[i])));
    }
    var calendar = new DeprecationCalendar(claims, List.of(), KnownModels.bundled());
    return new EndHistory(calendar).all(Circumstances.of(CustomerClass.ACTIVE));
  }

  private static Evidence seen(Source source, String when) {
    if (!when.contains("T")) {
      return Evidence.seen("page", source, LocalDate.parse(when));
    }
    Instant recorded = Instant.parse(when);
    LocalDate day = LocalDate.ofInstant(recorded, ZoneOffset.UTC);
    return new Evidence("page", source, Optional.of(day), recorded, false);
  }

  private static Statement statement(String date) {
    return date.isEmpty()
        ? Statement.withdrawn()
        : new Statement(
            Optional.of(LocalDate.parse(date)),
            ClaimCertainty.COMMITTED,
            Optional.empty(),
            Optional.of("gpt-y"));
  }
}
