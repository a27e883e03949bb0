package dev.plumbline.lifecycle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.evaluation.QualityWatch.Standing;
import dev.plumbline.lifecycle.evaluation.QualityWatch.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class QualityWatchTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final QualityWatch WATCH = new QualityWatch(.05, 1);

  @Test
  void aStableYearIsQuietInNineteenOfTwentyApplications() {
    int alarms = 0;
    for (int seed = 0; seed < 60; seed++) {
      Standing standing = WATCH.judge(days(365, 60, seed, day -> .9)).standing();
      alarms += standing == Standing.CONFIRMED ? 1 : 0;
    }

    assertThat(alarms).isLessThanOrEqualTo(3);
  }

  @Test
  void tenPointsWorseAreConfirmedWithTheDayOnWhichItBegan() {
    Verdict verdict = WATCH.judge(days(160, 100, 7, day -> day < 100 ? .9 : .8));

    assertThat(verdict.standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(verdict.onset().orElseThrow()).isBetween(FIRST.plusDays(94), FIRST.plusDays(106));
    assertThat(verdict.before().orElseThrow().value()).isBetween(.87, .93);
    assertThat(verdict.after().orElseThrow().value()).isBetween(.76, .84);
  }

  @Test
  void theDayIsTheOneOfTheLossAlsoWhenItCameSoonAfterTheBaseline() {
    List<QualityDay> days = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      int passes = 27 - day % 3 - (day < 33 ? 0 : 9);
      days.add(new QualityDay(FIRST.plusDays(day), 30, passes, BigDecimal.valueOf(passes)));
    }

    Verdict verdict = WATCH.judge(days);

    assertThat(verdict.standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(verdict.onset()).contains(FIRST.plusDays(33));
  }

  @Test
  void anImprovementIsNotTold() {
    assertThat(WATCH.judge(days(160, 100, 7, day -> day < 100 ? .8 : .95)).standing())
        .isEqualTo(Standing.OK);
  }

  @Test
  void elevenCyclesAreNeededAndQuietDaysAreTakenTogether() {
    assertThat(WATCH.judge(days(10, 30, 1, day -> .9)).standing()).isEqualTo(Standing.LEARNING);
    assertThat(WATCH.judge(days(11, 30, 1, day -> .9)).standing()).isEqualTo(Standing.OK);
    Verdict quiet = WATCH.judge(days(11, 15, 1, day -> .9));
    assertThat(quiet.standing()).isEqualTo(Standing.LEARNING);
    assertThat(quiet.cycles()).hasSize(5);
    assertThat(quiet.cycles().get(0).until()).isEqualTo(FIRST.plusDays(1));
    assertThat(WATCH.judge(List.of()).standing()).isEqualTo(Standing.LEARNING);
  }

  @Test
  void aQualityThatDriftsUpAndDownAnywayIsNotConfirmed() {
    Verdict verdict =
        WATCH.judge(days(200, 200, 3, day -> day < 150 ? .8 + .1 * Math.sin(day / 6.0) : .5));

    assertThat(verdict.standing()).isEqualTo(Standing.NOT_MEASURABLE);
  }

  private static List<QualityDay> days(
      int count, int answers, long seed, IntToDoubleFunction rate) {
    SeededRandom random = SeededRandom.of(seed, "answers");
    List<QualityDay> days = new ArrayList<>();
    for (int day = 0; day < count; day++) {
      int passes = 0;
      for (int i = 0; i < answers; i++) {
        passes += random.nextDouble() < rate.applyAsDouble(day) ? 1 : 0;
      }
      days.add(new QualityDay(FIRST.plusDays(day), answers, passes, BigDecimal.valueOf(passes)));
    }
    return days;
  }
}
