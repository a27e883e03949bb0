package dev.plumbline.lifecycle.drift.impact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a million tokens of a model cost, or why nobody knows. */
public sealed interface TokenPrice {

  /**
   * A price.
   *
   * @param rows ids of the price rows that say so
   * @param catalogue version of the prices
   * @param assumptions what had to be assumed, in sentences
   */
  record Known(
      Currency currency,
      BigDecimal inputMillion,
      BigDecimal outputMillion,
      List<String> rows,
      String catalogue,
      List<String> assumptions)
      implements TokenPrice {

    public Known {
      requireNonNull(currency, "currency");
      requireNonNull(inputMillion, "inputMillion");
      requireNonNull(outputMillion, "outputMillion");
      rows = List.copyOf(rows);
      requireNonNull(catalogue, "catalogue");
      assumptions = List.copyOf(assumptions);
    }
  }

  /** No price is known. */
  record Unpriced(String why) implements TokenPrice {

    public Unpriced {
      requireNonNull(why, "why");
    }
  }

  default <R> R match(Function<Known, R> known, Function<Unpriced, R> unpriced) {
    return this instanceof Known price ? known.apply(price) : unpriced.apply((Unpriced) this);
  }

  default Optional<Known> findKnown() {
    return match(Optional::of, unpriced -> Optional.empty());
  }
}
