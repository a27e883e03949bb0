package dev.plumbline.lifecycle.deprecation.ical;

import biweekly.Biweekly;
import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Description;
import biweekly.property.LastModified;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.feed.EntryIds;
import dev.plumbline.lifecycle.deprecation.feed.EntryWords;
import dev.plumbline.lifecycle.deprecation.feed.LeadTimes;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;

/**
 * Entries as an iCalendar feed of all-day events. An event keeps its UID for life; each move of its
 * day adds one to SEQUENCE; a withdrawn one stays as cancelled for 90 days. All moments come from
 * the observations, so an unchanged feed is the same bytes.
 */
public final class CalendarWriter {

  private static final int CANCELLED_KEPT_DAYS = 90;

  private final String name;
  private final LeadTimes leadTimes;
  private final LocalDate today;

  /**
   * @param name title of the calendar, shown by calendar programs
   * @param today decides only how long a cancelled event is kept
   */
  public CalendarWriter(String name, LeadTimes leadTimes, LocalDate today) {
    this.name = name;
    this.leadTimes = leadTimes;
    this.today = today;
  }

  /** The text of a {@code text/calendar} file in UTF-8, with CRLF and lines of 75 octets. */
  public String write(Collection<CalendarEntry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Plumbline//Deprecation calendar//EN");
    calendar.setName(name);
    calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, "P1D");
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", "P1D");
    entries.stream()
        .sorted(Comparator.comparing(CalendarWriter::uid))
        .flatMap(entry -> event(entry).stream())
        .forEach(calendar::addEvent);
    return OctetLines.folded(Biweekly.write(calendar).go());
  }

  private Optional<VEvent> event(CalendarEntry entry) {
    return entry
        .end()
        .findKnown()
        .map(known -> planned(entry, known))
        .or(() -> entry.withdrawal().filter(this::isKept).map(gone -> cancelled(entry, gone)));
  }

  private boolean isKept(DateMove.Withdrawn withdrawal) {
    return today.isBefore(withdrawal.seenOn().plusDays(CANCELLED_KEPT_DAYS));
  }

  private VEvent planned(CalendarEntry entry, ClockEnd.Known known) {
    LocalDate day = known.end().value();
    VEvent event = event(entry, day);
    boolean firm = known.certainty() == ClaimCertainty.COMMITTED && !known.isDisputed();
    event.setStatus(firm ? Status.confirmed() : Status.tentative());
    for (int lead : leadTimes.within(changedOn(entry), day)) {
      event.addAlarm(alarm(entry, lead));
    }
    return event;
  }

  private static VEvent cancelled(CalendarEntry entry, DateMove.Withdrawn withdrawal) {
    VEvent event = event(entry, withdrawal.before().date());
    event.setStatus(Status.cancelled());
    return event;
  }

  private static VEvent event(CalendarEntry entry, LocalDate day) {
    VEvent event = new VEvent();
    event.setUid(uid(entry));
    Date changed = Date.from(entry.changedAt().orElse(Instant.EPOCH));
    event.setDateTimeStamp(changed);
    event.setLastModified(new LastModified(changed));
    event.setSequence(entry.revision());
    event.setDateStart(allDay(day));
    event.setDateEnd(allDay(day.plusDays(1)));
    event.setTransparency(Transparency.transparent());
    event.setSummary(EntryWords.title(entry));
    event.setDescription(String.join("\n", EntryWords.details(entry)));
    event.addCategories(
        entry.question().model().provider().key(),
        entry.clock().name().toLowerCase(java.util.Locale.ROOT));
    return event;
  }

  private static String uid(CalendarEntry entry) {
    return EntryIds.of(entry) + "@plumbline.dev";
  }

  private static LocalDate changedOn(CalendarEntry entry) {
    return entry.changedOn().orElse(LocalDate.EPOCH);
  }

  /** Without a time zone, so the day is the same wherever it is shown. */
  private static ICalDate allDay(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  private static VAlarm alarm(CalendarEntry entry, int daysBefore) {
    VAlarm alarm =
        VAlarm.display(new Trigger(before(daysBefore), Related.START), EntryWords.title(entry));
    alarm.setDescription(new Description(EntryWords.title(entry)));
    return alarm;
  }

  private static Duration before(int days) {
    if (days == 0) {
      return Duration.builder().seconds(0).build();
    }
    Duration.Builder before = Duration.builder().prior(true);
    return (days % 7 == 0 ? before.weeks(days / 7) : before.days(days)).build();
  }
}
