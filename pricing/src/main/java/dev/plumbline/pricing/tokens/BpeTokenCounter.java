package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;

/**
 * A {@link TokenCounter} on JTokkit's own splitting and merging, which are fast for cl100k_base.
 */
final class BpeTokenCounter implements TokenCounter {

  private final Encoding encoding;
  private final com.knuddels.jtokkit.api.Encoding ranks;

  BpeTokenCounter(Encoding encoding, com.knuddels.jtokkit.api.Encoding ranks) {
    this.encoding = requireNonNull(encoding, "encoding");
    this.ranks = requireNonNull(ranks, "ranks");
  }

  @Override
  public Encoding encoding() {
    return encoding;
  }

  @Override
  public TokenCount count(String text) {
    TextShape shape = TextShape.of(text);
    long tokens = 0;
    int start = 0;
    for (int cut : shape.cuts()) {
      tokens += ranks.countTokensOrdinary(text.substring(start, cut));
      start = cut;
    }
    tokens += ranks.countTokensOrdinary(start == 0 ? text : text.substring(start));
    return shape.exact() ? TokenCount.exact(tokens) : TokenCount.estimated(tokens);
  }
}
