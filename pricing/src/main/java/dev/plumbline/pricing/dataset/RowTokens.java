package dev.plumbline.pricing.dataset;

import dev.plumbline.core.tokens.TokenCount;

/**
 * The tokens of one row.
 *
 * @param otherAnswer tokens of the non-preferred answer of a DPO row
 * @param prompt tokens of a request that shows the row without its answer
 * @param answer tokens of that answer
 */
record RowTokens(TokenParts parts, TokenCount otherAnswer, long prompt, long answer) {}
