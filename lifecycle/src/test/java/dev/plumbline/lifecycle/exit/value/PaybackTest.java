package dev.plumbline.lifecycle.exit.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PaybackTest {

  private static final LocalDate SWITCH = LocalDate.parse("2026-12-10");

  @Test
  void whatIsSavedEachMonthPaysTheMoveBack() {
    // 1000 / 400 = 2.5 months of 30 days = 75 days
    assertThat(Payback.of(usd("1000"), usd("-400"), SWITCH))
        .isEqualTo(new Payback.After(new BigDecimal("2.5"), LocalDate.parse("2027-02-23")));
  }

  @Test
  void aPartOfADayIsAWholeOneAndMonthsAreRoundedUp() {
    // 100 / 30 = 3.33… months = exactly 100 days
    assertThat(Payback.of(usd("100"), usd("-30"), SWITCH))
        .isEqualTo(new Payback.After(new BigDecimal("3.4"), SWITCH.plusDays(100)));
    // 1 / 400 months = 0.075 days
    assertThat(Payback.of(usd("1"), usd("-400"), SWITCH))
        .isEqualTo(new Payback.After(new BigDecimal("0.1"), SWITCH.plusDays(1)));
  }

  @Test
  void whatCostsNothingOnceAndNoMoreEachMonthPaysAtOnce() {
    assertThat(Payback.of(usd("0"), usd("0"), SWITCH))
        .isEqualTo(new Payback.After(new BigDecimal("0.0"), SWITCH));
    assertThat(Payback.of(usd("0"), usd("-1"), SWITCH))
        .isEqualTo(new Payback.After(new BigDecimal("0.0"), SWITCH));
  }

  @Test
  void withoutASavingItNeverPays() {
    assertThat(Payback.of(usd("0"), usd("0.01"), SWITCH))
        .isEqualTo(new Payback.Never("each month costs more than today"));
    assertThat(Payback.of(usd("5"), usd("0"), SWITCH)).isInstanceOf(Payback.Never.class);
    assertThat(Payback.of(usd("999999999999"), usd("-0.0000001"), SWITCH))
        .isEqualTo(new Payback.Never("it would take longer than a hundred years"));
  }

  @Test
  void anAmountThatNobodyKnowsLeavesItUnknown() {
    assertThat(Payback.of(GivenMoney.unknown("no price"), usd("-1"), SWITCH))
        .isEqualTo(new Payback.Unknown("no price"));
    assertThat(Payback.of(usd("1"), GivenMoney.unknown("no traffic"), SWITCH))
        .isEqualTo(new Payback.Unknown("no traffic"));
    GivenMoney euro =
        GivenMoney.of(new Money(Currency.getInstance("EUR"), BigDecimal.ONE.negate()), "entered");
    assertThat(Payback.of(usd("1"), euro, SWITCH)).isInstanceOf(Payback.Unknown.class);
  }

  private static GivenMoney usd(String amount) {
    return GivenMoney.of(Money.usd(new BigDecimal(amount)), "entered");
  }
}
