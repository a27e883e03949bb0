package dev.plumbline.pricing.inference;

import java.math.BigDecimal;

/** How a provider's prompt cache cuts a prefix. */
public enum CacheMode {
  /** No prompt cache, or none for this tier. */
  NONE("none"),
  /** Whole blocks of 128 tokens: OpenAI models up to gpt-5.5. */
  BLOCK_128("block128"),
  /** Up to a breakpoint, not rounded: gpt-5.6 and later. */
  EXACT("exact");

  /** A shorter prefix is never cached, also when the whole prompt is longer. */
  public static final BigDecimal MINIMUM_PREFIX = BigDecimal.valueOf(1024);

  private static final BigDecimal BLOCK = BigDecimal.valueOf(128);

  private final String label;

  CacheMode(String label) {
    this.label = label;
  }

  /** The spelling of files and requests. */
  public String label() {
    return label;
  }

  /** Reads the spelling of {@link #label()}. */
  public static CacheMode of(String label) {
    for (CacheMode mode : values()) {
      if (mode.label.equals(label)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "not a cache mode: \"" + label + "\"; use none, block128 or exact");
  }

  /** Tokens of a static prefix that a cache hit serves; 0 when the prefix is not eligible. */
  public BigDecimal servedTokens(BigDecimal prefixTokens) {
    if (this == NONE || prefixTokens.compareTo(MINIMUM_PREFIX) < 0) {
      return BigDecimal.ZERO;
    }
    return this == EXACT ? prefixTokens : prefixTokens.divideToIntegralValue(BLOCK).multiply(BLOCK);
  }
}
