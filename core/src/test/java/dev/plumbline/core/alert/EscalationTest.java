package dev.plumbline.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T10:00:00Z, 2026-11-18T10:00:00Z", // Monday to Wednesday
    "2026-11-19T10:00:00Z, 2026-11-23T10:00:00Z", // Thursday over the weekend to Monday
    "2026-11-20T10:00:00Z, 2026-11-24T10:00:00Z", // Friday to Tuesday
    "2026-11-21T10:00:00Z, 2026-11-25T00:00:00Z", // Saturday counts from Monday 0:00
  })
  void theNextContactIsAskedAfterTwoWorkingDays(Instant opened, Instant due) {
    Alert alert = open(opened, 100, "ada", "bob");

    assertThat(Escalation.dueAt(alert, opened)).contains(due);
    assertThat(Escalation.of(alert, due.minusMillis(1))).isEmpty();
    assertThat(Escalation.of(alert, due)).map(step -> Recipients.of(step.after())).contains("bob");
  }

  @Test
  void withLessThanSevenDaysLeftItIsFourHours() {
    Instant opened = Instant.parse("2026-11-21T10:00:00Z");

    assertThat(Escalation.dueAt(open(opened, 6, "ada", "bob"), opened))
        .contains(Instant.parse("2026-11-21T14:00:00Z"));
  }

  @Test
  void whoIsAloneIsNotFollowedByAnybody() {
    Instant opened = Instant.parse("2026-11-21T10:00:00Z");

    assertThat(Escalation.dueAt(open(opened, 6, "ada"), opened)).isEmpty();
    assertThat(Escalation.dueAt(open(opened, 6), opened)).isEmpty();
  }

  @Property
  void whatQuietHoursHoldBackIsLetGoAtTheirEndWithinADay(
      @ForAll @LongRange(max = 4_000_000_000L) long second,
      @ForAll @IntRange(max = 1_439) int from,
      @ForAll @IntRange(max = 1_439) int to) {
    for (String zone : List.of("UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia")) {
      if (from != to) {
        QuietHours quiet =
            new QuietHours(
                LocalTime.ofSecondOfDay(from * 60L),
                LocalTime.ofSecondOfDay(to * 60L),
                ZoneId.of(zone));
        Instant moment = Instant.ofEpochSecond(second);
        Instant end = quiet.endAfter(moment);

        assertThat(end).isBetween(moment, moment.plusSeconds(2 * 86_400));
        assertThat(end.equals(moment)).isEqualTo(!quiet.covers(moment));
      }
    }
  }

  private static Alert open(Instant at, int days, String... contacts) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Condition condition =
        new Condition(
            AlertKey.of("model.ends", "m"),
            AlertSeverity.WARNING,
            "m ends",
            "openai",
            List.of(contacts),
            Optional.of(new Deadline(day.minusDays(200), day.plusDays(days))),
            "/models");
    return new Alert(condition, new AlertState.Open(0, at), 1, Optional.empty(), true);
  }
}
