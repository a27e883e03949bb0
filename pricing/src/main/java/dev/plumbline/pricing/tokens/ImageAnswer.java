package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;
import java.util.function.Function;

/** The tokens of one image, or why no rule gives them. */
public sealed interface ImageAnswer {

  /** The tokens and the document whose rule gave them. */
  record Counted(TokenCount tokens, String source) implements ImageAnswer {
    public Counted {
      requireNonNull(tokens, "tokens");
      requireNonNull(source, "source");
    }
  }

  /** No documented rule covers this model, detail or size. */
  record Unknown(String reason) implements ImageAnswer {
    public Unknown {
      requireNonNull(reason, "reason");
    }
  }

  default <R> R match(
      Function<? super Counted, ? extends R> counted,
      Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof Counted answer) {
      return counted.apply(answer);
    }
    return unknown.apply((Unknown) this);
  }
}
