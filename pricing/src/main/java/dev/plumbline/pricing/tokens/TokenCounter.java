package dev.plumbline.pricing.tokens;

import dev.plumbline.core.tokens.TokenCount;

/**
 * Counts the tokens of plain text. Spellings of special tokens such as {@code <|endoftext|>} are
 * text like any other. Implementations are safe for use by several threads.
 */
public interface TokenCounter {

  Encoding encoding();

  TokenCount count(String text);
}
