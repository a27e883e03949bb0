package dev.plumbline.pricing.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class HostingPlanTest {

  private static final Money HOURLY = Money.usd("1.70");

  @Test
  void anHourlyDeploymentCostsWhetherItIsUsedOrNot() {
    assertThat(new HostingPlan(HOURLY, BigDecimal.valueOf(730), 1).perMonth())
        .isEqualTo(Money.usd("1241")); // 1.70 * 730
    assertThat(new HostingPlan(HOURLY, BigDecimal.valueOf(720), 2).perMonth())
        .isEqualTo(Money.usd("2448"));
  }

  @Test
  void impossiblePlansAreRefused() {
    BigDecimal month = BigDecimal.valueOf(730);
    assertThatThrownBy(() -> new HostingPlan(HOURLY, BigDecimal.valueOf(745), 1))
        .hasMessage("a month has 0 to 744 hours: 745");
    assertThatThrownBy(() -> new HostingPlan(HOURLY.negated(), month, 1))
        .hasMessageContaining("hourly price");
    assertThatThrownBy(() -> new HostingPlan(HOURLY, month, -1)).hasMessageContaining("replicas");
  }
}
