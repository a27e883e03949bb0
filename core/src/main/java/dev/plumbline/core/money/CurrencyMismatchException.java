package dev.plumbline.core.money;

import java.util.Currency;

/** Two amounts of different currencies were added or compared; convert one of them first. */
public final class CurrencyMismatchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public CurrencyMismatchException(Currency expected, Currency actual) {
    super("expected an amount in %s, got one in %s".formatted(expected, actual));
  }
}
