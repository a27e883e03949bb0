package dev.plumbline.api.deprecations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObservationsTest {

  private static final String FINE_TUNE = "ft:gpt-4o-2024-08-06:acme::AbC1";
  private static final LocalDate FIRST = LocalDate.parse("2026-11-21");
  private static final Source API = new Source("OpenAI API", Source.Kind.PROVIDER_API);

  @Inject Observations observations;
  @Inject Calendars calendars;

  private Organisation ours;

  @BeforeEach
  void found() {
    ours = SomeOrganisation.added();
  }

  @Test
  void withoutObservationsTheCalendarIsTheBundledOne() {
    assertThat(calendars.of(ours).claims()).isEqualTo(DeprecationCalendar.bundled().claims());
    assertThat(calendars.entries(ours)).isEqualTo(OwnCalendar.bundled().entries());
  }

  @Test
  void anObservationIsBelievedByItsOrganisationOnly() {
    Organisation others = SomeOrganisation.added();

    said(FINE_TUNE, "2027-02-01", FIRST);

    assertThat(calendars.datesOf(ours).inferenceEnd(model()))
        .hasValueSatisfying(end -> assertThat(end.value()).isEqualTo("2027-02-01"));
    assertThat(calendars.datesOf(ours).inference(model()).rule()).isEqualTo("EXPLICIT_ID_DATE");
    assertThat(calendars.datesOf(others).inferenceEnd(model()))
        .hasValueSatisfying(end -> assertThat(end.value()).isEqualTo("2027-01-14"));
  }

  @Test
  void theDerivedCalendarIsThatOfTheSameClaimsWithoutADatabase() {
    said(FINE_TUNE, "2027-02-01", FIRST);
    List<DateClaim> added = said("gpt-case-1", "2027-03-01", FIRST.plusDays(1)).added();

    DeprecationCalendar stored = calendars.of(ours);
    DeprecationCalendar pure = DeprecationCalendar.bundled().with(stored.claims());

    assertThat(stored.claims()).containsAll(added);
    assertThat(calendars.entries(ours)).isEqualTo(OwnCalendar.of(pure).entries());
    assertThat(
            calendars.asKnownOn(ours, FIRST.minusDays(1)).lifespanOf(model(), CustomerClass.ACTIVE))
        .isEqualTo(
            DeprecationCalendar.bundled()
                .asKnownOn(FIRST.minusDays(1))
                .lifespanOf(model(), CustomerClass.ACTIVE));
  }

  @Test
  void sayingTheSameAgainChangesNothingAndLeavesNoTrace() {
    RecordedObservations first = said("gpt-case-1", "2027-03-01", FIRST);
    RecordedObservations again = said("gpt-case-1", "2027-03-01", FIRST);
    RecordedObservations nextDay = said("gpt-case-1", "2027-03-01", FIRST.plusDays(1));

    assertThat(first.added()).hasSize(1);
    assertThat(again).isEqualTo(new RecordedObservations(List.of(), 1, List.of()));
    assertThat(nextDay.added()).isEmpty();
    assertThat(SomeOrganisation.trail(ours)).containsExactly("observations.recorded");
  }

  @Test
  void theSameIsKeptAgainWhenSomebodyElseSaidSomethingInBetween() {
    said("gpt-case-1", "2027-03-01", FIRST);
    var page = new Source("a page", Source.Kind.PROVIDER_PAGE);
    record(
        new NewObservation(key("gpt-case-1"), on("2027-05-01"), "page", page, FIRST.plusDays(1)));

    RecordedObservations renewed = said("gpt-case-1", "2027-03-01", FIRST.plusDays(2));

    assertThat(renewed.added()).hasSize(1);
    assertThat(renewed.events()).extracting(DateEvent::kind).containsExactly("date.settled");
  }

  @Test
  void movesAreKeptOnceWithTheirSeverity() {
    Instant before = calendars.dateEvents(ours, Instant.EPOCH).get(0).recordedAt();
    said("gpt-case-1", "2027-03-01", FIRST);
    said("gpt-case-1", "2027-02-01", FIRST.plusDays(1));
    record(
        new NewObservation(
            key("gpt-case-1"), Statement.withdrawn(), "api", API, FIRST.plusDays(2)));
    calendars.sweep(ours);

    assertThat(calendars.dateEvents(ours, before.plusNanos(1000)))
        .extracting(DateEvent::kind, DateEvent::severity, DateEvent::seenOn)
        .containsExactly(
            tuple("date.announced", Urgency.WARNING, FIRST),
            tuple("date.moved_earlier", Urgency.CRITICAL, FIRST.plusDays(1)),
            tuple("date.withdrawn", Urgency.INFORMATION, FIRST.plusDays(2)));
    assertThat(calendars.dateEvents(ours, Instant.EPOCH))
        .extracting(DateEvent::id)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(100);
  }

  @Test
  void aCallThatSucceedsAfterTheEndIsOneEvent() {
    LocalDate after = LocalDate.parse("2027-01-20");

    assertThat(observations.answered(ours, model(), LocalDate.parse("2027-01-13"))).isEmpty();
    assertThat(observations.answered(ours, model(), after))
        .hasValueSatisfying(
            event -> {
              assertThat(event.kind()).isEqualTo(DateEvent.PASSED_ALIVE);
              assertThat(event.now()).hasValue(LocalDate.parse("2027-01-14"));
            });
    assertThat(observations.answered(ours, model(), after.plusDays(1))).isEmpty();
  }

  @Test
  void aModelThatIsListedAfterItsDayIsLessThanOneThatAnswers() {
    LocalDate after = LocalDate.parse("2027-01-15");

    assertThat(observations.seen(ours, List.of(), List.of(model()), after))
        .extracting(DateEvent::kind, DateEvent::severity)
        .containsExactly(tuple("date.passed_listed", Urgency.INFORMATION));
    assertThat(observations.seen(ours, List.of(model()), List.of(model()), after.plusDays(1)))
        .extracting(DateEvent::kind, DateEvent::severity)
        .containsExactly(tuple("date.passed_alive", Urgency.WARNING));
    assertThat(observations.seen(ours, List.of(model()), List.of(model()), after)).isEmpty();
  }

  @Test
  void whatWasRecordedIsNeverChangedInTheDatabase() throws SQLException {
    said("gpt-case-1", "2027-03-01", FIRST);
    for (String statement :
        List.of(
            "update date_observation set day = null where organisation_id = '%s'",
            "delete from date_observation where organisation_id = '%s'",
            "update date_event set severity = 'INFORMATION' where organisation_id = '%s'",
            "delete from date_event where organisation_id = '%s'",
            "truncate date_event")) {
      try (Connection connection = Connections.superuser();
          var sent = connection.createStatement()) {
        assertThatThrownBy(() -> sent.execute(statement.formatted(ours.id())))
            .as(statement)
            .hasMessageContaining("is append-only");
      }
    }
  }

  private RecordedObservations said(String model, String day, LocalDate seen) {
    return record(new NewObservation(key(model), on(day), "api", API, seen));
  }

  private RecordedObservations record(NewObservation said) {
    return observations.record(ours, Actor.SYSTEM, List.of(said));
  }

  private static Statement on(String day) {
    return Statement.of(LocalDate.parse(day), ClaimCertainty.COMMITTED);
  }

  private static ClaimKey key(String model) {
    var kind = model.startsWith("ft:") ? Subject.Kind.FINE_TUNE : Subject.Kind.BASE;
    return ClaimKey.everywhere(new Subject(Provider.OPENAI, kind, model), LifeClock.INFERENCE);
  }

  private static ModelId model() {
    return ModelNames.bundled()
        .parse(FINE_TUNE)
        .match(
            id -> id,
            none -> {
              throw new AssertionError(none);
            });
  }
}
