package dev.plumbline.lifecycle.deprecation.ical;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.feed.Entries;
import dev.plumbline.lifecycle.deprecation.feed.LeadTimes;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class CalendarWriterTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void aDateThatAppearsMovesAndIsWithdrawnKeepsItsUidAndCountsItsSequence() {
    VEvent first = onlyEvent(Entries.of("2026-10-14", "2027-01-14"));
    VEvent moved = onlyEvent(Entries.of("2026-10-14", "2027-01-14", "2026-11-01", "2026-12-14"));
    VEvent gone =
        onlyEvent(
            Entries.of("2026-10-14", "2027-01-14", "2026-11-01", "2026-12-14", "2026-11-15", ""));

    assertThat(List.of(first, moved, gone))
        .extracting(event -> event.getSequence().getValue() + " " + event.getStatus().getValue())
        .containsExactly("0 CONFIRMED", "1 CONFIRMED", "2 CANCELLED");
    assertThat(List.of(moved, gone))
        .allSatisfy(
            event -> assertThat(event.getUid().getValue()).isEqualTo(first.getUid().getValue()));
  }

  @Test
  void aCorrectionOfTheSameDayRaisesTheSequenceTooAndWhatIsSaidAgainDoesNot() {
    String[] corrected = {
      "2026-10-14T08:00:00Z", "2027-01-14", "2026-10-14T10:30:00Z", "2027-02-14"
    };
    String text = written(Entries.of(corrected));
    assertThat(text)
        .contains("SEQUENCE:1\r\n", "DTSTART;VALUE=DATE:20270214\r\n")
        .contains("DTSTAMP:20261014T103000Z\r\n");

    VEvent later =
        onlyEvent(
            Entries.of(
                "2026-10-14",
                "2027-01-14",
                "2026-11-01T08:00:00Z",
                "2027-02-14",
                "2026-11-01T09:00:00Z",
                "2027-02-14",
                "2026-11-01T10:00:00Z",
                "2027-01-14"));
    assertThat(later.getSequence().getValue()).as("there and back on one day").isEqualTo(2);
  }

  @Test
  void anEventIsAWholeDayWithoutTimeZone() {
    assertThat(written(Entries.of("2026-10-14", "2027-01-14")))
        .contains("DTSTART;VALUE=DATE:20270114\r\n")
        .contains("DTEND;VALUE=DATE:20270115\r\n")
        .contains("DTSTAMP:20261014T000000Z\r\n")
        .contains("LAST-MODIFIED:20261014T000000Z\r\n")
        .contains("TRANSP:TRANSPARENT\r\n")
        .contains("REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n")
        .contains("X-PUBLISHED-TTL:P1D\r\n")
        .doesNotContain("VTIMEZONE");
  }

  @Test
  void alarmsAreLeadTimesThatLayAheadWhenTheDateBecameKnown() {
    assertThat(written(Entries.of("2026-10-14", "2027-01-14")).lines())
        .filteredOn(line -> line.startsWith("TRIGGER"))
        .containsExactly(
            "TRIGGER;RELATED=START:-P13W",
            "TRIGGER;RELATED=START:-P30D",
            "TRIGGER;RELATED=START:-P6D",
            "TRIGGER;RELATED=START:PT0S");
  }

  @Test
  void textIsEscapedAndSaysSourceAndRule() {
    String text = written(Entries.of("2026-10-14", "2027-01-14")).replace("\r\n ", "");

    assertThat(text)
        .contains("SUMMARY:openai gpt-x: shut down\r\n")
        .contains("Source: the provider's page\\; with commas\\, a \\\\ and ümläuts\\, seen")
        .contains("Rule: OWN_ROW.\\nSource:")
        .contains("Named replacement: gpt-y.");
  }

  @Test
  void noLineIsLongerThan75OctetsAndNoCharacterIsCut() {
    String text = written(bundled());

    assertThat(text.split("\r\n"))
        .hasSizeGreaterThan(1_000)
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
    String folded = OctetLines.folded("SUMMARY:" + "😀".repeat(40) + "\r\n");
    assertThat(folded.split("\r\n "))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(77));
    assertThat(folded.replace("\r\n ", "")).isEqualTo("SUMMARY:" + "😀".repeat(40) + "\r\n");
  }

  @Test
  void aCalendarProgramFindsNothingToComplainAbout() {
    ICalendar calendar = Biweekly.parse(written(bundled())).first();

    assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
    assertThat(calendar.getEvents())
        .extracting(event -> event.getUid().getValue())
        .doesNotHaveDuplicates();
  }

  @Test
  void anUnchangedFeedIsTheSameBytesInEveryTimeZone() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      String utc = written(Entries.of("2026-10-14", "2027-01-14"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(written(Entries.of("2026-10-14", "2027-01-14"))).isEqualTo(utc);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aWithdrawnEventIsKeptFor90Days() {
    List<CalendarEntry> entries = Entries.of("2026-08-01", "2027-01-14", "2026-08-24", "");

    // 2026-08-24 and 90 days is 2026-11-22
    assertThat(events(entries, LocalDate.of(2026, 11, 21))).hasSize(1);
    assertThat(events(entries, LocalDate.of(2026, 11, 22))).isEmpty();
  }

  @Test
  void aDoubtfulDateIsTentative() {
    List<CalendarEntry> disputed =
        bundled().stream()
            .filter(entry -> entry.question().model().canonical().equals("gpt-4o-2024-08-06"))
            .toList();

    // copies only at OpenAI, disputed at Azure
    assertThat(events(disputed, TODAY))
        .hasSize(2)
        .extracting(event -> event.getStatus().getValue())
        .containsOnly("TENTATIVE");
  }

  private static List<CalendarEntry> bundled() {
    return new EndHistory(DeprecationCalendar.bundled())
        .all(Circumstances.of(CustomerClass.ACTIVE));
  }

  private static String written(List<CalendarEntry> entries) {
    return new CalendarWriter("Plumbline", LeadTimes.USUAL, TODAY).write(entries);
  }

  private static List<VEvent> events(List<CalendarEntry> entries, LocalDate today) {
    String text = new CalendarWriter("Plumbline", LeadTimes.USUAL, today).write(entries);
    return Biweekly.parse(text).first().getEvents();
  }

  private static VEvent onlyEvent(List<CalendarEntry> entries) {
    List<VEvent> events = events(entries, TODAY);
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
