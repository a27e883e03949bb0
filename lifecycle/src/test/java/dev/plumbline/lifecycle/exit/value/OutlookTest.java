package dev.plumbline.lifecycle.exit.value;

import static dev.plumbline.core.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlookTest {

  private static final LocalDate END = LocalDate.of(2027, 1, 14);
  private static final DaysLeft LEFT = new DaysLeft(LocalDate.of(2026, 11, 20), END);

  @Test
  void theLastSafeDayIsTheDayBeforeTheEnd() {
    // the reference: 2026-11-20 to 2027-01-14 is 55
    assertThat(LEFT.count()).isEqualTo(55);
    assertThat(LEFT.lastSafeDay()).isEqualTo("2027-01-13");
    assertThat(new DaysLeft(LocalDate.of(2027, 1, 13), END).isOver()).isFalse();
    assertThat(new DaysLeft(END, END).isOver()).isTrue();
    assertThat(new DaysLeft(END.plusDays(3), END).count()).isEqualTo(-3);
  }

  @Test
  void monthsHaveThirtyDaysAndAreNeverNegative() {
    // 55 / 30 = 1.8333…
    assertThat(LEFT.months()).isEqualByComparingTo("1.8333333333");
    assertThat(new DaysLeft(END.plusDays(3), END).months()).isZero();
  }

  @Test
  void theTrainingSpendIsWrittenOffByDays() {
    // in service 2026-09-26 to 2027-01-14 is 110 days, 55 of them left: half of 300
    var value = new TrainingValue(given("300"), Optional.of(LocalDate.of(2026, 9, 26)));

    assertThat(value.remaining(Optional.of(LEFT)).find()).contains(usd("150"));
  }

  @Test
  void aModelThatIsOverHasNoValueLeftAndOneNotYetInServiceAll() {
    var value = new TrainingValue(given("300"), Optional.of(LocalDate.of(2026, 9, 26)));
    var coming = new TrainingValue(given("300"), Optional.of(LocalDate.of(2026, 12, 1)));

    assertThat(value.remaining(Optional.of(new DaysLeft(END, END))).find()).contains(usd("0"));
    assertThat(coming.remaining(Optional.of(LEFT)).find()).contains(usd("300"));
  }

  @Test
  void whatIsNotKnownStaysUnknownWithItsReason() {
    LocalDate since = LocalDate.of(2026, 9, 26);
    var noSpend = new TrainingValue(GivenMoney.unknown("no bill was read"), Optional.of(since));
    var noStart = new TrainingValue(given("300"), Optional.empty());

    assertThat(reason(noSpend.remaining(Optional.of(LEFT)))).isEqualTo("no bill was read");
    assertThat(reason(noStart.remaining(Optional.of(LEFT)))).contains("since when");
    assertThat(reason(noSpend.remaining(Optional.empty()))).contains("until when");
  }

  @Test
  void theSpendUntilTheEndIsAtTodaysVolume() {
    var training = new TrainingValue(given("300"), Optional.empty());
    // 900 a month over 55 / 30 months = 1649.99999997 with ten digits of a month
    var outlook = new Outlook(Optional.of(LEFT), given("900"), training);

    assertThat(outlook.spendUntilEnd().find().orElseThrow().roundedForDisplay())
        .isEqualTo("1650.00");
    assertThat(reason(new Outlook(Optional.empty(), given("900"), training).spendUntilEnd()))
        .contains("until when");
    assertThat(reason(outlook.remainingTrainingValue())).contains("since when");
  }

  @Test
  void aSumWithAnUnknownPartIsUnknown() {
    var unknown = GivenMoney.unknown("no price");

    assertThat(given("1").plus(given("2")).find()).contains(usd("3"));
    assertThat(reason(given("1").plus(unknown))).isEqualTo("no price");
    assertThat(reason(unknown.plus(given("1")))).isEqualTo("no price");
    assertThat(reason(unknown.times(BigDecimal.TEN, "ten"))).isEqualTo("no price");
  }

  @Test
  void twoCurrenciesMakeNoSum() {
    var euros = GivenMoney.of(Money.of(Currency.getInstance("EUR"), "1"), "entered");

    assertThat(reason(given("1").plus(euros))).contains("USD", "EUR");
  }

  private static GivenMoney given(String amount) {
    return GivenMoney.of(usd(amount), "entered");
  }

  private static String reason(GivenMoney money) {
    return money.match(known -> "known: " + known, GivenMoney.Unknown::reason);
  }
}
