package dev.plumbline.pricing.tokens;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.core.tokens.TokenCount.Precision;

/** Counters by encoding and by model. Vocabularies are loaded once, when first asked for. */
public final class TokenCounters {

  private final EncodingTable encodings;

  private TokenCounters(EncodingTable encodings) {
    this.encodings = encodings;
  }

  /** The counters with the table that ships in this jar. */
  public static TokenCounters bundled() {
    return new TokenCounters(EncodingTable.bundled());
  }

  public TokenCounter forEncoding(Encoding encoding) {
    return Vocabulary.of(encoding);
  }

  /** A counter whose counts are estimates, because the encoding was chosen for lack of a better. */
  public TokenCounter assuming(Encoding encoding) {
    return new AssumedCounter(forEncoding(encoding));
  }

  /** The counter for a base model, alias, snapshot or fine-tuned model name. */
  public CounterAnswer forModel(String model) {
    return encodings
        .encodingOf(model)
        .match(
            known -> new CounterAnswer.Known(counterOf(known), known.source()),
            unknown -> new CounterAnswer.Unknown(unknown.reason()));
  }

  private TokenCounter counterOf(EncodingAnswer.Known known) {
    TokenCounter counter = forEncoding(known.encoding());
    return known.precision() == Precision.EXACT ? counter : new AssumedCounter(counter);
  }

  /**
   * The wrapped counter, with every count marked as an estimate because the encoding is assumed.
   */
  private record AssumedCounter(TokenCounter counter) implements TokenCounter {

    @Override
    public Encoding encoding() {
      return counter.encoding();
    }

    @Override
    public TokenCount count(String text) {
      return TokenCount.estimated(counter.count(text).tokens());
    }
  }
}
