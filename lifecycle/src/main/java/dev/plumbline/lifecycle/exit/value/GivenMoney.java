package dev.plumbline.lifecycle.exit.value;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** An amount that somebody worked out or entered, or why there is none: unknown is never zero. */
public sealed interface GivenMoney {

  /**
   * A known amount.
   *
   * @param basis how it came about, in a sentence
   */
  record Known(Money amount, String basis) implements GivenMoney {

    public Known {
      requireNonNull(amount, "amount");
      requireNonNull(basis, "basis");
    }
  }

  /** Nobody knows the amount. */
  record Unknown(String reason) implements GivenMoney {

    public Unknown {
      requireNonNull(reason, "reason");
    }
  }

  static GivenMoney of(Money amount, String basis) {
    return new Known(amount, basis);
  }

  static GivenMoney unknown(String reason) {
    return new Unknown(reason);
  }

  default <R> R match(
      Function<? super Known, ? extends R> known, Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof Known amount) {
      return known.apply(amount);
    }
    return unknown.apply((Unknown) this);
  }

  default Optional<Money> find() {
    return match(known -> Optional.of(known.amount()), unknown -> Optional.empty());
  }

  /** The sum; unknown when a part is, or when the currencies differ. */
  default GivenMoney plus(GivenMoney other) {
    return match(
        one -> other.match(two -> sum(one, two), unknown -> (GivenMoney) unknown),
        unknown -> unknown);
  }

  private static GivenMoney sum(Known one, Known two) {
    if (!one.amount().currency().equals(two.amount().currency())) {
      return unknown(
          "%s and %s are different currencies"
              .formatted(one.amount().currency(), two.amount().currency()));
    }
    return of(one.amount().plus(two.amount()), one.basis() + "; " + two.basis());
  }

  /** So many times the amount. */
  default GivenMoney times(BigDecimal factor, String why) {
    return match(
        known -> of(known.amount().times(factor), known.basis() + "; " + why), unknown -> unknown);
  }
}
