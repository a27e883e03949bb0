package dev.plumbline.pricing.dataset;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.TokenCounter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts texts that come again in most rows, such as system prompts, only once. Bounded: when it is
 * full it forgets everything, which costs one more count of each text.
 */
final class RepeatedTexts implements TokenCounter {

  private static final long MOST_CHARACTERS = 4 << 20;

  private final TokenCounter counter;
  private final Map<String, TokenCount> counts = new ConcurrentHashMap<>();
  private final AtomicLong characters = new AtomicLong();

  RepeatedTexts(TokenCounter counter) {
    this.counter = counter;
  }

  @Override
  public Encoding encoding() {
    return counter.encoding();
  }

  @Override
  public TokenCount count(String text) {
    TokenCount known = counts.get(text);
    if (known != null) {
      return known;
    }
    TokenCount count = counter.count(text);
    if (characters.addAndGet(text.length() + 64L) > MOST_CHARACTERS) {
      counts.clear();
      characters.set(0);
    }
    counts.put(text, count);
    return count;
  }
}
