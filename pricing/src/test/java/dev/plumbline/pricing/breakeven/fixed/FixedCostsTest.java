package dev.plumbline.pricing.breakeven.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedCostsTest {

  private static final BigDecimal HAIR = new BigDecimal("1e-45");

  @Test
  void freeTokensCountOnceAndNotForRetraining() {
    var training =
        new TrainingRuns(
            number("100"),
            number("1000"),
            number("3"),
            number("2"),
            number("25"),
            number("200000"),
            Money.usd("1"));

    assertThat(training.billedTokens()).isEqualByComparingTo("400000"); // 2*300,000 - 200,000
    assertThat(training.firstRuns()).isEqualTo(Money.usd("12")); // 10 + 2 runs at 1
    assertThat(training.laterRun()).isEqualTo(Money.usd("8.5")); // 300,000 at 25, and 1
  }

  @Test
  void moreFreeTokensThanTrainedOnesCostNothing() {
    TrainingRuns run = TrainingRuns.ofTokens(number("1000"), number("25"));
    var free =
        new TrainingRuns(
            run.rows(),
            run.tokensPerRow(),
            run.epochs(),
            run.runs(),
            run.pricePerMillion(),
            number("5000"),
            Money.usd("0"));

    assertThat(run.firstRuns()).isEqualTo(Money.usd("0.025"));
    assertThat(free.firstRuns()).isEqualTo(Money.usd("0"));
  }

  @Test
  void peopleCostMoreThanTraining() {
    var people = new PeopleCosts(number("5"), Money.usd("60"), Money.usd("40"), Money.usd("100"));
    var costs =
        new FixedCosts(
            new TrainingRuns(
                number("800"),
                number("1200"),
                number("3"),
                number("5"),
                number("25"),
                number("0"),
                Money.usd("0")),
            people,
            new RetrainingSchedule(number("6"), number("3"), Money.usd("1500")),
            MonthlyCosts.NONE);

    assertThat(costs.oneOff()).isEqualTo(Money.usd("4660")); // 360 + 4000 + 200 + 100
    assertThat(costs.eachRetraining()).isEqualTo(Money.usd("1836")); // 3 * (72 + 40) + 1500
  }

  @ParameterizedTest
  @CsvSource({"6, 24, 3", "6, 24.1, 4", "12, 12, 0", "0, 24, 0", "1.5, 4, 2"})
  void retrainingsFallStrictlyBeforeTheHorizon(BigDecimal every, BigDecimal horizon, int count) {
    var schedule = new RetrainingSchedule(every, BigDecimal.ONE, Money.usd("1"));

    assertThat(schedule.moments(horizon)).hasSize(count);
  }

  @Test
  void twelveMonthsOfTheMonthlyRateAreTheYearlyRate() {
    Discounting discounting = Discounting.atYearlyRate(number("0.10"));

    assertThat(discounting.at(number("12")).multiply(number("1.1")))
        .isCloseTo(BigDecimal.ONE, within(HAIR));
    assertThat(discounting.at(number("5.5")).multiply(discounting.at(number("6.5"))))
        .isCloseTo(discounting.at(number("12")), within(HAIR));
  }

  @Test
  void withoutDiscountAnAnnuityIsTheNumberOfMonths() {
    Discounting discounting = Discounting.atYearlyRate(BigDecimal.ZERO);

    assertThat(discounting.annuity(number("12"))).isEqualByComparingTo("12");
    assertThat(discounting.annuity(number("1.25"))).isEqualByComparingTo("1.25");
    assertThat(discounting.annuity(number("0"))).isEqualByComparingTo("0");
  }

  @Test
  void theKnownAnnuityOfTwoYearsAtTenPercentHolds() {
    Discounting discounting = Discounting.atYearlyRate(number("0.10"));

    assertThat(discounting.annuity(number("24")))
        .isCloseTo(number("21.764567674177"), within(number("1e-12")));
  }

  @Test
  void aHorizonIsCutByTheShutdownOnlyWhenThatComesFirst() {
    LocalDate start = LocalDate.of(2026, 11, 20);
    Horizon year = Horizon.ofMonths(number("12"));
    var soon = new Horizon.Shutdown(start, start.plusDays(45), "page");
    var late = new Horizon.Shutdown(start, start.plusYears(3), "page");

    assertThat(year.endingWith(soon).months()).isEqualByComparingTo("1.5");
    assertThat(year.endingWith(soon).cut()).contains(soon);
    assertThat(year.endingWith(late).months()).isEqualByComparingTo("12");
    assertThat(year.endingWith(late).cut()).isEmpty();
  }

  @Test
  void impossibleInputsAreRefused() {
    assertThatThrownBy(() -> Horizon.ofMonths(number("601"))).hasMessageContaining("at most 600");
    assertThatThrownBy(() -> new RetrainingSchedule(number("0.01"), BigDecimal.ONE, Money.usd("0")))
        .hasMessageContaining("more often");
    assertThatThrownBy(() -> new MonthlyCosts(Money.usd("-1"), Money.usd("0")))
        .hasMessageContaining("fixed cost of the base side cannot be negative");
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
