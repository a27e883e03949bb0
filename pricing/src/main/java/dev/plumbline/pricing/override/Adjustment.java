package dev.plumbline.pricing.override;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.catalogue.Rate;
import java.math.BigDecimal;

/** How a price differs from the list. */
public sealed interface Adjustment {

  /** So many percent less than the list price; 15 means 85 % of it. */
  record PercentOff(BigDecimal percent) implements Adjustment {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PercentOff {
      requireNonNull(percent, "percent");
      if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
        throw new IllegalArgumentException(
            "a discount is above 0 and at most 100 percent: " + percent.toPlainString());
      }
    }

    /** The exact share of the list price that is left to pay. */
    public Rate applyTo(Rate list) {
      BigDecimal left = HUNDRED.subtract(percent).scaleByPowerOfTen(-2);
      return new Rate(list.amount().multiply(left), list.unit(), list.currency());
    }
  }

  /** A price of its own, whatever the list says; it also prices what has no list price. */
  record Fixed(Rate rate) implements Adjustment {

    public Fixed {
      requireNonNull(rate, "rate");
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R percentOff(PercentOff discount);

    R fixed(Fixed price);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof PercentOff discount) {
      return cases.percentOff(discount);
    }
    return cases.fixed((Fixed) this);
  }
}
