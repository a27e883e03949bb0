package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;

/**
 * A {@link TokenCounter} for o200k_base that splits by {@link O200kSplitter} and lets JTokkit count
 * only pieces that did not come lately: several times as fast, with the same counts.
 */
final class O200kTokenCounter implements TokenCounter {

  private final Encoding encoding;
  private final PieceCounts pieces;

  O200kTokenCounter(Encoding encoding, com.knuddels.jtokkit.api.Encoding ranks) {
    this(encoding, new PieceCounts(ranks::countTokensOrdinary));
  }

  private O200kTokenCounter(Encoding encoding, PieceCounts pieces) {
    this.encoding = requireNonNull(encoding, "encoding");
    this.pieces = pieces;
  }

  O200kTokenCounter labelled(Encoding other) {
    return new O200kTokenCounter(other, pieces);
  }

  @Override
  public Encoding encoding() {
    return encoding;
  }

  @Override
  public TokenCount count(String text) {
    O200kSplitter splitter = new O200kSplitter(text);
    long tokens = 0;
    boolean cut = false;
    for (int at = 0; at < text.length(); ) {
      int end = splitter.end(at);
      cut |= end - at > TextShape.LONGEST_RUN;
      while (end - at > TextShape.LONGEST_RUN) {
        int part = partEnd(text, at);
        tokens += pieces.tokens(text, at, part);
        at = part;
      }
      tokens += pieces.tokens(text, at, end);
      at = end;
    }
    return cut || !TextShape.isKnown(text)
        ? TokenCount.estimated(tokens)
        : TokenCount.exact(tokens);
  }

  /** A long piece is cut between characters, never inside one. */
  private static int partEnd(String text, int at) {
    int end = at + TextShape.LONGEST_RUN;
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
