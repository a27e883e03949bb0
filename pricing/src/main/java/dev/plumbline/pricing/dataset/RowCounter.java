package dev.plumbline.pricing.dataset;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.core.tokens.TokenCount.Precision;
import dev.plumbline.pricing.tokens.ChatMessage;
import dev.plumbline.pricing.tokens.TokenCounter;
import dev.plumbline.pricing.tokens.ToolCall;
import java.util.List;
import java.util.Optional;

/** Counts the trained tokens of rows. Safe for use by several threads. */
final class RowCounter {

  private static final long REPLY_PRIMING = 3;

  private final TokenCounter counter;
  private final TokenCounter repeated;
  private final ImageCounter images;
  private final TrainingTokenRule rule;

  RowCounter(DatasetQuestion question, TrainingTokenRule rule) {
    this.counter = question.counter();
    this.repeated = new RepeatedTexts(counter);
    this.images = new ImageCounter(question);
    this.rule = rule;
  }

  RowTokens count(TrainingRow row, RowFindings findings) {
    TokenParts prompt = messages(row.prompt(), findings).plus(tools(row.tools()));
    Optional<ChatMessage> answer = row.answer();
    TokenParts taught = answer.map(m -> message(m, findings)).orElse(TokenParts.NONE);
    TokenParts parts = prompt.plus(taught);
    if (row.format() == DatasetFormat.DPO) {
      // whether a provider bills one answer or both is not published
      parts = parts.plus(new TokenParts(TokenCount.estimated(0), zero(), zero(), zero(), zero()));
    }
    TokenCount other = messages(row.nonPreferred(), findings).total();
    long answerTokens = taught.contents().plus(taught.calls()).tokens();
    return new RowTokens(parts, other, prompt.total().tokens() + REPLY_PRIMING, answerTokens);
  }

  private static TokenCount zero() {
    return TokenCount.ZERO;
  }

  /** The tokens of the texts of a row that is no chat; nothing frames them. */
  RowTokens countTexts(List<String> texts) {
    TokenCount contents =
        texts.stream().map(counter::count).reduce(TokenCount.ZERO, TokenCount::plus);
    return new RowTokens(new TokenParts(contents, zero(), zero(), zero(), zero()), zero(), 0, 0);
  }

  private TokenParts messages(List<ChatMessage> messages, RowFindings findings) {
    TokenParts total = TokenParts.NONE;
    for (ChatMessage message : messages) {
      total = total.plus(message(message, findings));
    }
    return total;
  }

  private TokenParts message(ChatMessage message, RowFindings findings) {
    TokenCount framing = repeated.count(message.role()).plus(TokenCount.exact(rule.perMessage()));
    TokenCount calls = TokenCount.ZERO;
    for (ToolCall call : message.calls()) {
      calls = calls.plus(repeated.count(call.name())).plus(counter.count(call.arguments()));
    }
    return new TokenParts(
        contents(message), framing, calls, zero(), images.count(message.images(), findings));
  }

  private TokenCount contents(ChatMessage message) {
    boolean fixed = message.role().equals("system") || message.role().equals("developer");
    TokenCount total = TokenCount.ZERO;
    for (String text : message.texts()) {
      total = total.plus((fixed ? repeated : counter).count(text));
    }
    if (message.name().isPresent()) {
      // the inference rule; no bill has confirmed it for training
      total = total.plus(TokenCount.estimated(repeated.count(message.name().get()).tokens() + 1));
    }
    return total;
  }

  private TokenParts tools(ToolSet tools) {
    if (tools.isEmpty()) {
      return TokenParts.NONE;
    }
    TokenCount rendered = tools.rendered();
    long tokens = Math.max(0, rendered.tokens() + rule.toolConstant());
    Precision precision = rendered.precision();
    return new TokenParts(zero(), zero(), zero(), new TokenCount(tokens, precision), zero());
  }
}
