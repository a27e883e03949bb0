package dev.plumbline.core.money;

import static dev.plumbline.core.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void trailingZerosDoNotMakeAnotherAmount() {
    assertThat(usd("1.50")).isEqualTo(usd("1.5")).hasSameHashCodeAs(usd("1.5"));
  }

  @Test
  void anAmountTravelsWithoutExponent() {
    assertThat(usd("100").toPlainString()).isEqualTo("100");
    assertThat(usd("0.00000975").toPlainString()).isEqualTo("0.00000975");
  }

  @Test
  void currenciesDoNotMix() {
    Money euro = Money.of(Currency.getInstance("EUR"), "1");

    assertThatThrownBy(() -> usd("1").plus(euro))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessageContaining("USD")
        .hasMessageContaining("EUR");
  }

  @Test
  void aPersonReadsCentsRoundedHalfEven() {
    assertThat(usd("2.345").roundedForDisplay()).hasToString("2.34");
    assertThat(usd("2.355").roundedForDisplay()).hasToString("2.36");
    assertThat(usd("72").roundedForDisplay()).hasToString("72.00");
  }

  @Test
  void anAmountBelowOneCentKeepsTwoSignificantDigits() {
    assertThat(usd("0.0058432").roundedForDisplay()).hasToString("0.0058");
    assertThat(usd("0.00000975").roundedForDisplay()).hasToString("0.0000098");
  }
}
