package dev.plumbline.pricing.breakeven.fixed;

import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;

/** Fixed cost a month on each side: hosting, monitoring, provisioned throughput. */
public record MonthlyCosts(Money base, Money tuned) {

  public static final MonthlyCosts NONE = new MonthlyCosts(Money.usd("0"), Money.usd("0"));

  public MonthlyCosts {
    requireNonNull(base, "base");
    requireNonNull(tuned, "tuned");
    notNegative(base.amount(), "fixed cost of the base side");
    notNegative(tuned.amount(), "fixed cost of the tuned side");
  }

  /** What tuning adds every month; negative when it saves fixed cost. */
  public Money extra() {
    return tuned.minus(base);
  }
}
