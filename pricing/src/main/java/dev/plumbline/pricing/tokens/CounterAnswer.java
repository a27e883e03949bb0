package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** The counter for a model, or why there is none. */
public sealed interface CounterAnswer {

  /** Counts of an assumed encoding are marked as estimates by the counter itself. */
  record Known(TokenCounter counter, String source) implements CounterAnswer {
    public Known {
      requireNonNull(counter, "counter");
      requireNonNull(source, "source");
    }
  }

  /** The model's encoding is not known; the reason names the way out. */
  record Unknown(String reason) implements CounterAnswer {
    public Unknown {
      requireNonNull(reason, "reason");
    }
  }

  default <R> R match(
      Function<? super Known, ? extends R> known, Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof Known answer) {
      return known.apply(answer);
    }
    return unknown.apply((Unknown) this);
  }
}
