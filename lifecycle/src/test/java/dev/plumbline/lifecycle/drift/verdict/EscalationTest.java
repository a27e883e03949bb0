package dev.plumbline.lifecycle.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.drift.verdict.DriftState.Suspected;
import dev.plumbline.lifecycle.drift.verdict.Escalation.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EscalationTest {

  private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<Made> made = new ArrayList<>();

  @Test
  void fiveCyclesOfTasksThenOneKernelCheckThenAConfirmation() {
    assertThat(looksOf(8, EnumSet.allOf(Look.class)))
        .containsExactly(
            "1 TASKS",
            "2 TASKS",
            "3 TASKS",
            "4 TASKS",
            "5 TASKS",
            "6 KERNEL_CHECK",
            "7 CONFIRMATION");
  }

  /** 7 + 25 = 32, 32 + 25 = 57; each is at another hour of the day than nine o'clock. */
  @Test
  void confirmationsAreADayAndAnHourApart() {
    assertThat(looksOf(60, Set.of(Look.KERNEL_CHECK, Look.CONFIRMATION)))
        .containsExactly("1 KERNEL_CHECK", "6 CONFIRMATION", "31 CONFIRMATION", "56 CONFIRMATION");
  }

  @Test
  void aConfirmationNeverComesAtTheHourOfTheSuspicion() {
    Suspected midnight = Suspected.begun(Instant.parse("2026-03-01T00:00:00Z"));
    Escalation daily =
        new Escalation(
            midnight, VerdictRules.USUAL, Set.of(Look.CONFIRMATION), Duration.ofDays(1), List.of());

    assertThat(daily.next(Instant.parse("2026-03-02T00:03:00Z")))
        .contains(new Made(Look.CONFIRMATION, Instant.parse("2026-03-02T01:00:00Z")));
  }

  @Test
  void aStopLosesNoLookAndAsksNoneTwice() {
    made.add(new Made(Look.TASKS, SINCE.plus(HOUR)));
    Instant later = SINCE.plus(Duration.ofHours(30));

    Made next = next(later).orElseThrow();
    assertThat(next).isEqualTo(new Made(Look.TASKS, later)); // the second, not the thirtieth
    made.add(next);
    assertThat(next(later.plusSeconds(1_800))).isEmpty();
    assertThat(next(later.plus(HOUR))).isPresent();
  }

  @Test
  void looksOfAnEarlierSuspicionDoNotCount() {
    for (int hour = 1; hour < 9; hour++) {
      made.add(new Made(Look.TASKS, SINCE.minus(Duration.ofHours(hour))));
    }
    assertThat(next(SINCE)).isEmpty();
    assertThat(next(SINCE.plus(HOUR))).map(Made::look).contains(Look.TASKS);
  }

  @Test
  void withoutAReferenceThereIsNothingToLookAt() {
    assertThat(looksOf(40, Set.of())).isEmpty();
  }

  private java.util.Optional<Made> next(Instant now) {
    return escalation(HOUR, EnumSet.allOf(Look.class)).next(now);
  }

  private Escalation escalation(Duration cycle, Set<Look> possible) {
    return new Escalation(
        Suspected.begun(SINCE), VerdictRules.USUAL, possible, cycle, List.copyOf(made));
  }

  private List<String> looksOf(int hours, Set<Look> possible) {
    return looks(HOUR, hours, possible).stream()
        .map(each -> Duration.between(SINCE, each.slot()).toHours() + " " + each.look())
        .toList();
  }

  private List<Made> looks(Duration cycle, int cycles, Set<Look> possible) {
    for (int i = 0; i <= cycles; i++) {
      escalation(cycle, possible).next(SINCE.plus(cycle.multipliedBy(i))).ifPresent(made::add);
    }
    return made;
  }
}
