package dev.plumbline.pricing.hosting;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;

/**
 * A model that is deployed by the hour.
 *
 * @param hourly price of one hour of one replica
 * @param hoursPerMonth documents use 720, 730 or 744, so it is an input
 * @param replicas deployments kept running
 */
public record HostingPlan(Money hourly, BigDecimal hoursPerMonth, int replicas) {

  private static final BigDecimal LONGEST_MONTH = BigDecimal.valueOf(744);

  public HostingPlan {
    requireNonNull(hourly, "hourly");
    requireNonNull(hoursPerMonth, "hoursPerMonth");
    if (hourly.signum() < 0) {
      throw new IllegalArgumentException("an hourly price cannot be negative: " + hourly);
    }
    if (hoursPerMonth.signum() < 0 || hoursPerMonth.compareTo(LONGEST_MONTH) > 0) {
      throw new IllegalArgumentException(
          "a month has 0 to 744 hours: " + hoursPerMonth.toPlainString());
    }
    if (replicas < 0) {
      throw new IllegalArgumentException("replicas cannot be negative: " + replicas);
    }
  }

  public Money perMonth() {
    return hourly.times(hoursPerMonth).times(replicas);
  }
}
