package dev.plumbline.lifecycle.deprecation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class AtomWriterTest {

  private static final String ID = "urn:uuid:8a5c2c2e-0000-4000-8000-000000000001";

  @Test
  void everyMoveIsAnEntryTheNewestFirst() throws Exception {
    List<CalendarEntry> entries =
        Entries.of(
            "2026-08-01",
            "2027-02-01",
            "2026-09-01",
            "2027-01-14",
            "2026-10-01",
            "",
            "2026-11-01",
            "2027-06-01",
            "2026-11-02",
            "2027-07-01");

    Document feed = parsed(AtomWriter.write(ID, "Moves", MoveFeed.of(entries, move -> true)));

    assertThat(texts(feed, "title"))
        .containsExactly(
            "Moves",
            "openai gpt-x: shut down - moved later, from 2027-06-01 to 2027-07-01",
            "openai gpt-x: shut down - announced for 2027-06-01",
            "openai gpt-x: shut down - 2027-01-14 was withdrawn",
            "openai gpt-x: shut down - moved EARLIER, from 2027-02-01 to 2027-01-14",
            "openai gpt-x: shut down - announced for 2027-02-01");
    assertThat(texts(feed, "updated")).startsWith("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z");
    assertThat(texts(feed, "id")).doesNotHaveDuplicates().hasSize(6);
  }

  @Test
  void theSameMovesGiveTheSameBytesAndAnIdIsNeverReused() throws Exception {
    String once = atom(Entries.of("2026-08-01", "2027-02-01"));
    String again = atom(Entries.of("2026-08-01", "2027-02-01"));
    String moved = atom(Entries.of("2026-08-01", "2027-02-01", "2026-09-01", "2027-01-14"));

    assertThat(again).isEqualTo(once);
    assertThat(texts(parsed(moved), "id")).containsAll(texts(parsed(once), "id"));
  }

  @Test
  void textOfStrangersCannotBreakTheFeed() throws Exception {
    var source = new Source("<b>&\u0000\u0008 page ]]>", Source.Kind.THIRD_PARTY);

    Document feed = parsed(atom(Entries.of(source, "2026-08-01", "2027-02-01")));

    assertThat(texts(feed, "content")).containsExactly("Source: <b>& page ]]>");
  }

  @Test
  void anEmptyFeedIsAFeed() throws Exception {
    assertThat(texts(parsed(AtomWriter.write(ID, "None", List.of())), "updated"))
        .containsExactly("1970-01-01T00:00:00Z");
  }

  @Test
  void onlyWhatWeUseIsSelectedByNameOrByBase() {
    List<CalendarEntry> all =
        new EndHistory(DeprecationCalendar.bundled()).all(Circumstances.of(CustomerClass.ACTIVE));
    var used = new Subscription.Used(Provider.OPENAI, "gpt-4o-2024-08-06");

    assertThat(Subscription.onlyUsed(Set.of(used)).select(all))
        .extracting(entry -> entry.question().model() + " " + entry.clock())
        .containsExactly(
            "gpt-4o-2024-08-06 INFERENCE",
            "fine-tunes of gpt-4o-2024-08-06 TRAINING",
            "fine-tunes of gpt-4o-2024-08-06 INFERENCE");
    assertThat(Subscription.EVERYTHING.select(all)).hasSameSizeAs(all);
    assertThat(Subscription.onlyUsed(Set.of()).select(all)).isEmpty();
  }

  @Test
  void theBundledMovesNameTheirUrgency() {
    List<CalendarEntry> all =
        new EndHistory(DeprecationCalendar.bundled()).all(Circumstances.of(CustomerClass.ACTIVE));

    assertThat(MoveFeed.of(all, move -> move instanceof DateMove.Earlier))
        .extracting(item -> item.entry().question().model().canonical() + " " + item.move().to())
        .contains("claude-opus-4-1 Optional[2026-08-05]", "gpt-audio-mini Optional[2026-07-23]");
  }

  @Test
  void aLeadTimeBeforeTheAnnouncementReminds() {
    LocalDate end = LocalDate.of(2027, 1, 14);

    // announced 92 days ahead: a half year and a year are over
    assertThat(LeadTimes.USUAL.within(LocalDate.of(2026, 10, 14), end))
        .containsExactly(91, 30, 6, 0);
    assertThat(LeadTimes.USUAL.within(LocalDate.of(2027, 2, 1), end)).containsExactly(0);
    assertThat(LeadTimes.of(List.of(7, 30, 7)).days()).containsExactly(30, 7);
    assertThatThrownBy(() -> LeadTimes.of(List.of(-1))).hasMessageContaining("not -1");
    assertThatThrownBy(() -> LeadTimes.of(java.util.Collections.nCopies(21, 1)))
        .hasMessageContaining("at most 20");
  }

  private static String atom(List<CalendarEntry> entries) {
    return AtomWriter.write(ID, "Moves", MoveFeed.of(entries, move -> true));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document feed, String tag) {
    var nodes = feed.getElementsByTagName(tag);
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
