package dev.plumbline.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReconciliationLawsTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private final Map<AlertKey, Alert> alerts = new HashMap<>();
  private final List<AlertStep> steps = new ArrayList<>();

  /** Each day is a set of models with a date, as bits; acknowledgements come between. */
  @Property(tries = 300)
  void oneKeyHasOneRecordAndEachRevisionHappensOnce(
      @ForAll @Size(max = 30) List<@IntRange(max = 15) Integer> days) {
    alerts.clear();
    steps.clear();
    Instant now = START;
    for (int set : days) {
      List<Condition> conditions = conditions(set, 200);
      run(conditions, now);
      int before = steps.size();
      run(conditions, now);
      assertThat(steps).as("asked twice").hasSize(before);
      if (set % 3 == 0) {
        acknowledgeAll(now);
      }
      now = now.plus(1, ChronoUnit.DAYS);
    }
    Set<String> seen = new HashSet<>();
    for (AlertStep step : steps) {
      assertThat(seen.add(step.after().key() + " " + step.after().revision())).isTrue();
    }
  }

  @Property(tries = 200)
  void theUnresolvedAlertsAreExactlyWhatHolds(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 15) Integer> days) {
    alerts.clear();
    Instant now = START;
    for (int set : days) {
      List<Condition> conditions = conditions(set, 200);
      run(conditions, now);
      assertThat(alerts.values().stream().filter(each -> !each.isResolved()).map(Alert::key))
          .containsExactlyInAnyOrderElementsOf(conditions.stream().map(Condition::key).toList());
      now = now.plus(1, ChronoUnit.DAYS);
    }
  }

  @Test
  void anAlertThatNobodyAcknowledgesIsToldAtTheAnnouncementAndAtEachMilestone() {
    LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC);
    List<Replay.Told> told = Replay.of(first, first.plusDays(203), day -> conditions(1, 200, day));

    assertThat(told)
        .extracting(each -> ChronoUnit.DAYS.between(each.on(), first.plusDays(200)))
        .containsExactly(200L, 180L, 90L, 89L, 60L, 30L, 29L, 14L, 7L, 6L, 3L, 1L, 0L, -1L);
  }

  @Test
  void whoHasAcknowledgedHearsNothingUntilTheirTimeIsOverOrTheDateMoves() {
    run(conditions(1, 200), START);
    acknowledgeAll(START); // until 180 days are left, 20 days later
    int before = steps.size();

    run(conditions(1, 200), START.plus(19, ChronoUnit.DAYS));
    assertThat(steps).hasSize(before);

    run(conditions(1, 150), START.plus(19, ChronoUnit.DAYS));
    assertThat(steps.get(before).event()).isEqualTo(AlertEvent.MOVED);
    assertThat(steps.get(before).tells()).isTrue();
    assertThat(steps.get(before).after().isOpen()).isTrue();
  }

  @Test
  void whatAProviderThatIsDownExplainsIsNotToldUntilItIsBack() {
    Condition down = condition("provider.down", "openai", AlertSeverity.ERROR);
    Condition missing = condition("model.missing", "m", AlertSeverity.ERROR);

    Reconciliation.Result muted =
        new Reconciliation(List.of(down, missing), START).of(List.of(), List.of(missing));
    assertThat(muted.steps()).singleElement().matches(step -> !step.tells());

    Alert known = muted.steps().get(0).after();
    assertThat(
            new Reconciliation(List.of(missing), START)
                .of(List.of(known), List.of(missing))
                .steps())
        .singleElement()
        .matches(step -> step.tells() && step.event() == AlertEvent.UNMUTED);
  }

  @Test
  void aCriticalOneMutesTheWarningOfTheSameSubjectOnly() {
    Condition critical = condition("model.ends", "m", AlertSeverity.CRITICAL);

    assertThat(Inhibition.mutes(critical, condition("pin.moving", "m", AlertSeverity.WARNING)))
        .isTrue();
    assertThat(Inhibition.mutes(critical, condition("pin.moving", "n", AlertSeverity.WARNING)))
        .isFalse();
    assertThat(Inhibition.mutes(critical, condition("pin.moving", "m", AlertSeverity.ERROR)))
        .isFalse();
    assertThat(Inhibition.mutes(critical, critical)).isFalse();
    assertThat(
            Inhibition.mutes(
                condition("model.gone", "m", AlertSeverity.ERROR),
                condition("model.drift", "m", AlertSeverity.ERROR)))
        .isTrue();
  }

  private void run(List<Condition> conditions, Instant now) {
    Reconciliation.Result result =
        new Reconciliation(conditions, now).of(List.copyOf(alerts.values()), conditions);
    result.reworded().forEach(alert -> alerts.put(alert.key(), alert));
    result.steps().forEach(step -> alerts.put(step.after().key(), step.after()));
    steps.addAll(result.steps());
  }

  private void acknowledgeAll(Instant now) {
    for (Alert alert : List.copyOf(alerts.values())) {
      alert
          .acknowledge("Ada", now, alert.usualEnd(now))
          .ifPresent(
              step -> {
                alerts.put(step.after().key(), step.after());
                steps.add(step);
              });
    }
  }

  private static List<Condition> conditions(int bits, int notice) {
    return conditions(bits, notice, LocalDate.ofInstant(START, ZoneOffset.UTC));
  }

  private static List<Condition> conditions(int bits, int notice, LocalDate today) {
    LocalDate announced = LocalDate.ofInstant(START, ZoneOffset.UTC);
    Deadline deadline = new Deadline(announced, announced.plusDays(notice));
    List<Condition> conditions = new ArrayList<>();
    for (int model = 0; model < 4; model++) {
      if ((bits >> model & 1) == 1) {
        conditions.add(
            new Condition(
                AlertKey.of("model.ends", "m" + model),
                LeadTimes.severity(deadline, today),
                "m" + model + " ends",
                "openai",
                List.of("ada@example.com"),
                Optional.of(deadline),
                "/models"));
      }
    }
    return conditions;
  }

  private static Condition condition(String rule, String subject, AlertSeverity severity) {
    return new Condition(
        AlertKey.of(rule, subject), severity, "s", "openai", List.of(), Optional.empty(), "/");
  }
}
