package dev.plumbline.core.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of one currency.
 *
 * <p>A token costs a fraction of a cent, so nothing here rounds: rounding happens once, where an
 * amount is shown to a person, through {@link #roundedForDisplay()}.
 */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {

  private static final Currency USD = Currency.getInstance("USD");

  public Money {
    requireNonNull(currency, "currency");
    requireNonNull(amount, "amount");
    amount = normalised(amount);
  }

  /** 1.50 and 1.5 are the same money, so they are equal; 100 stays 100 and does not become 1E+2. */
  private static BigDecimal normalised(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  public static Money of(Currency currency, String amount) {
    return new Money(currency, new BigDecimal(amount));
  }

  public static Money usd(String amount) {
    return of(USD, amount);
  }

  public static Money usd(BigDecimal amount) {
    return new Money(USD, amount);
  }

  public static Money zero(Currency currency) {
    return new Money(currency, BigDecimal.ZERO);
  }

  public Money plus(Money other) {
    return new Money(currency, amount.add(amountOf(other)));
  }

  public Money minus(Money other) {
    return new Money(currency, amount.subtract(amountOf(other)));
  }

  public Money times(BigDecimal factor) {
    return new Money(currency, amount.multiply(factor));
  }

  public Money times(long count) {
    return times(BigDecimal.valueOf(count));
  }

  public Money negated() {
    return new Money(currency, amount.negate());
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return amount.signum();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(amountOf(other));
  }

  /**
   * The amount as a person reads it: rounded half-even to the currency's minor unit. Amounts below
   * one minor unit keep two significant digits, because "0.00" would hide the price of a request.
   */
  public BigDecimal roundedForDisplay() {
    int minorUnit = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal rounded = amount.setScale(minorUnit, RoundingMode.HALF_EVEN);
    if (amount.signum() == 0
        || amount.abs().compareTo(BigDecimal.ONE.movePointLeft(minorUnit)) >= 0) {
      return rounded;
    }
    int firstDigit = amount.scale() - amount.precision() + 1;
    return amount.setScale(firstDigit + 1, RoundingMode.HALF_EVEN);
  }

  /** The exact amount in plain digits, without an exponent: the form in which amounts travel. */
  public String toPlainString() {
    return amount.toPlainString();
  }

  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + toPlainString();
  }

  private BigDecimal amountOf(Money other) {
    if (!other.currency.equals(currency)) {
      throw new CurrencyMismatchException(currency, other.currency);
    }
    return other.amount;
  }
}
