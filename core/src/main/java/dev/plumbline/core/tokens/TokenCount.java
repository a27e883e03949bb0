package dev.plumbline.core.tokens;

import static java.util.Objects.requireNonNull;

/** A number of tokens, and whether it is what the provider will bill or our estimate of it. */
public record TokenCount(long tokens, Precision precision) {

  public static final TokenCount ZERO = exact(0);

  /** How sure a count is. */
  public enum Precision {
    /** The rule is documented or confirmed by bills. */
    EXACT,
    /** An assumption is in the number: encoding, image size or rendering of a tool schema. */
    ESTIMATED
  }

  public TokenCount {
    requireNonNull(precision, "precision");
    if (tokens < 0) {
      throw new IllegalArgumentException("a token count cannot be negative: " + tokens);
    }
  }

  public static TokenCount exact(long tokens) {
    return new TokenCount(tokens, Precision.EXACT);
  }

  public static TokenCount estimated(long tokens) {
    return new TokenCount(tokens, Precision.ESTIMATED);
  }

  public boolean isExact() {
    return precision == Precision.EXACT;
  }

  /** The sum; one estimated part makes the whole an estimate. */
  public TokenCount plus(TokenCount other) {
    return new TokenCount(
        Math.addExact(tokens, other.tokens),
        isExact() && other.isExact() ? Precision.EXACT : Precision.ESTIMATED);
  }

  public TokenCount times(long factor) {
    return new TokenCount(Math.multiplyExact(tokens, factor), precision);
  }
}
