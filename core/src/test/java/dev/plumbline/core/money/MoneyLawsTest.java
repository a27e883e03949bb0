package dev.plumbline.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MoneyLawsTest {

  @Property
  void additionLosesNothing(@ForAll BigDecimal a, @ForAll BigDecimal b) {
    assertThat(Money.usd(a).plus(Money.usd(b)).minus(Money.usd(b))).isEqualTo(Money.usd(a));
  }

  @Property
  void multiplicationDistributesOverAddition(
      @ForAll BigDecimal a, @ForAll BigDecimal b, @ForAll BigDecimal factor) {
    assertThat(Money.usd(a).plus(Money.usd(b)).times(factor))
        .isEqualTo(Money.usd(a).times(factor).plus(Money.usd(b).times(factor)));
  }
}
