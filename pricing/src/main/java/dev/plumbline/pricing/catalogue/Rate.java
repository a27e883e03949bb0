package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount for one unit, as published: exact, in the currency of the source. */
public record Rate(BigDecimal amount, PriceUnit unit, Currency currency) {

  public Rate {
    requireNonNull(unit, "unit");
    requireNonNull(currency, "currency");
    BigDecimal stripped = amount.stripTrailingZeros(); // 1.50 and 1.5 are the same price
    amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("a price cannot be negative: " + amount.toPlainString());
    }
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode() + " " + unit.label();
  }
}
