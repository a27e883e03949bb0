package dev.plumbline.lifecycle.deprecation.moves;

import static dev.plumbline.lifecycle.deprecation.moves.Claims.BLOG;
import static dev.plumbline.lifecycle.deprecation.moves.Claims.PAGE;
import static dev.plumbline.lifecycle.deprecation.moves.Claims.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DateMovesTest {

  /** Moves that really happened; an empty old date means that nobody knows it. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/plumbline/lifecycle/deprecation/moves/known_moves.csv",
      numLinesToSkip = 1,
      nullValues = "NONE",
      emptyValue = "")
  void aKnownMoveReplaysToItsEvent(
      String provider,
      String model,
      String deployment,
      LocalDate seenOn,
      String before,
      String now,
      String event,
      Source.Kind kind) {
    var asked = asked(text(deployment));
    var source = new Source("source of " + provider + " " + model, kind);
    List<DateClaim> claims = new ArrayList<>();
    if (!text(before).isEmpty()) {
      claims.add(claim(before, source, seenOn.minusDays(1), ClaimScope.EVERYWHERE));
    }
    claims.add(claim(text(now), source, seenOn, scope(text(deployment))));

    List<DateMove> moves = DateMoves.of(claims, asked);

    List<String> expected = new ArrayList<>();
    if (!text(before).isEmpty()) {
      expected.add("announced");
    }
    if (!text(event).isEmpty()) {
      expected.add(event);
    }
    assertThat(moves).extracting(DateMove::label).containsExactlyElementsOf(expected);
    DateMove last = moves.get(moves.size() - 1);
    if (!text(event).isEmpty()) {
      assertThat(last.seenOn()).isEqualTo(seenOn);
      assertThat(last.from()).isEqualTo(Claims.day(text(before)));
      assertThat(last.to()).isEqualTo(Claims.day(text(now)));
    }
  }

  private static String text(String cell) {
    return Optional.ofNullable(cell).orElse("");
  }

  private static ClaimScope scope(String deployment) {
    return deployment.isEmpty()
        ? ClaimScope.EVERYWHERE
        : ClaimScope.ofDeployments(Set.of(DeploymentType.valueOf(deployment)));
  }

  private static Circumstances asked(String deployment) {
    return new Circumstances(
        CustomerClass.UNKNOWN,
        deployment.isEmpty() ? Optional.empty() : Optional.of(DeploymentType.valueOf(deployment)),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-35-turbo-0301, azure, 'announced moved_later moved_later moved_later moved_later'",
    "gpt-4o-2024-08-06, azure, 'announced moved_later disputed'",
    "claude-opus-4-1, azure, 'announced moved_earlier'",
    // brought forward by a collection, contradicted by the page seen later
    "gpt-chat-latest-2026-05-05, azure, 'announced moved_earlier moved_later'",
    "gemini-2.5-flash, google-gemini-api, 'announced moved_later withdrawn'",
    // the page of 2026-08-20 confirms what a collection had seen in March
    "codex-mini-latest, openai, 'announced moved_later firmed'",
  })
  void theBundledFactsHaveAHistory(String base, String provider, String events) {
    var question = LifespanQuestion.ofBase(Provider.of(provider), base, Circumstances.UNKNOWN);

    CalendarEntry entry =
        new EndHistory(DeprecationCalendar.bundled()).entry(question, LifeClock.INFERENCE);

    assertThat(String.join(" ", entry.moves().stream().map(DateMove::label).toList()))
        .isEqualTo(events);
  }

  @Test
  void aWithdrawnDateThatComesBackIsAnnouncedAgain() {
    assertThat(
            labels(
                claim("2027-02-01", PAGE, "2026-08-01"),
                claim("", PAGE, "2026-09-01"),
                claim("2027-03-01", PAGE, "2026-10-01")))
        .containsExactly("announced", "withdrawn", "announced");
  }

  @Test
  void anotherSourceThatSaysAnEarlierDateLaterMovesAndDisputesIt() {
    assertThat(
            labels(
                claim("2027-02-01", PAGE, "2026-08-01"), claim("2027-01-01", BLOG, "2026-09-01")))
        .containsExactly("announced", "moved_earlier", "disputed");
  }

  @Test
  void anotherSourceThatSaysALaterDateOnlyDisputesIt() {
    assertThat(
            labels(
                claim("2027-02-01", PAGE, "2026-08-01"),
                claim("2027-04-01", BLOG, "2026-09-01"),
                claim("2027-04-01", BLOG, "2026-09-08"),
                claim("2027-05-01", BLOG, "2026-09-15")))
        .containsExactly("announced", "disputed", "disputed");
  }

  @Test
  void theProviderSettlesADisputeByRepeatingItself() {
    assertThat(
            labels(
                claim("2027-02-01", PAGE, "2026-08-01"),
                claim("2027-04-01", BLOG, "2026-09-01"),
                claim("2027-02-01", PAGE, "2026-09-10")))
        .containsExactly("announced", "disputed", "settled");
  }

  @Test
  void aDateThatTheProviderCommitsToIsFirmed() {
    assertThat(
            labels(
                claim(">=2027-02-01", PAGE, "2026-08-01"), claim("2027-02-01", PAGE, "2026-09-01")))
        .containsExactly("announced", "firmed");
  }

  @Test
  void aProviderThatWithdrawsWhileOthersStillSayADateIsDisputed() {
    assertThat(
            labels(
                claim("2027-02-01", PAGE, "2026-08-01"),
                claim("", PAGE, "2026-09-01"),
                claim("2027-02-01", BLOG, "2026-09-02")))
        .containsExactly("announced", "withdrawn", "announced", "disputed");
  }

  @ParameterizedTest
  @CsvSource({
    // 60 days of notice or more; 2026-11-20 to 2027-01-19 is 60 days
    "2027-01-19, '', WARNING",
    "2027-01-18, '', CRITICAL",
    "2027-01-14, 2027-02-14, INFORMATION",
    // the old day was less than 14 days away
    "2026-12-03, 2027-02-14, WARNING",
    "2027-02-14, 2027-01-14, CRITICAL",
  })
  void aMoveIsAsUrgentAsTheDaysThatItLeaves(String first, String then, Urgency urgency) {
    List<DateClaim> claims = new ArrayList<>(List.of(claim(first, PAGE, "2026-11-20")));
    if (!then.isEmpty()) {
      claims.add(claim(then, PAGE, "2026-11-20"));
      claims.set(0, claim(first, PAGE, "2026-11-19"));
    }

    List<DateMove> moves = DateMoves.of(claims, Circumstances.UNKNOWN);

    assertThat(moves.get(moves.size() - 1).urgency()).isEqualTo(urgency);
  }

  @Test
  void theOtherMovesHaveTheirUrgencyAndSayWhoMovedThem() {
    List<DateMove> moves =
        DateMoves.of(
            List.of(
                claim(">=2027-02-01", PAGE, "2026-08-01"),
                claim("2027-02-01", PAGE, "2026-08-02"),
                claim("2027-03-01", BLOG, "2026-08-03"),
                claim("2027-02-01", PAGE, "2026-08-04"),
                claim("", PAGE, "2026-08-05")),
            Circumstances.UNKNOWN);

    assertThat(moves)
        .extracting(DateMove::label)
        .containsExactly("announced", "firmed", "disputed", "settled", "withdrawn");
    assertThat(moves)
        .extracting(DateMove::urgency)
        .containsExactly(
            Urgency.WARNING,
            Urgency.WARNING,
            Urgency.WARNING,
            Urgency.INFORMATION,
            Urgency.INFORMATION);
    assertThat(moves).allSatisfy(move -> assertThat(move.by()).isPresent());
  }

  @Test
  void aMoveInTheWrongDirectionCannotBeMade() {
    PlannedEnd end =
        ((DateMove.Announced)
                DateMoves.of(
                        List.of(claim("2027-01-14", PAGE, "2026-10-14")), Circumstances.UNKNOWN)
                    .get(0))
            .now();

    assertThatThrownBy(() -> new DateMove.Later(end.date(), end, end))
        .hasMessageContaining("is not later");
    assertThatThrownBy(() -> new DateMove.Earlier(end.date(), end, end))
        .hasMessageContaining("is not earlier");
  }

  private static List<String> labels(DateClaim... claims) {
    return DateMoves.of(List.of(claims), Circumstances.UNKNOWN).stream()
        .map(DateMove::label)
        .toList();
  }
}
