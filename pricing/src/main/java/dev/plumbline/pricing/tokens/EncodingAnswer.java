package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount.Precision;
import java.util.function.Function;

/** Which encoding a model uses, or why nobody knows. */
public sealed interface EncodingAnswer {

  /**
   * The encoding of a model.
   *
   * @param precision ESTIMATED when the encoding is assumed and not published
   * @param source who says so
   */
  record Known(Encoding encoding, Precision precision, String source) implements EncodingAnswer {
    public Known {
      requireNonNull(encoding, "encoding");
      requireNonNull(precision, "precision");
      requireNonNull(source, "source");
    }
  }

  /** No row of the table covers the model; the reason names the way out. */
  record Unknown(String reason) implements EncodingAnswer {
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
