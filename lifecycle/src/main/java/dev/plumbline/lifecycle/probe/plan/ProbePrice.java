package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.core.tokens.TokenCount;
import java.util.List;

/** What one call costs at most, or why nobody knows. */
public sealed interface ProbePrice {

  /**
   * A price.
   *
   * @param amount of one call whose answer is as long as it may be
   * @param input tokens of the prompt
   * @param priceRows ids of the rows of the price catalogue that say so
   */
  record Priced(Money amount, TokenCount input, long outputTokens, List<String> priceRows)
      implements ProbePrice {

    public Priced {
      requireNonNull(amount, "amount");
      requireNonNull(input, "input");
      priceRows = List.copyOf(priceRows);
    }
  }

  /**
   * No price.
   *
   * @param why one sentence
   */
  record Unpriced(String why) implements ProbePrice {

    public Unpriced {
      requireNonNull(why, "why");
    }
  }
}
