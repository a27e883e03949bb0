package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.core.tokens.TokenCount.Precision;
import java.util.List;
import java.util.Set;

/**
 * Prompt tokens of a whole chat request, as the API reports them: texts, what frames the messages,
 * tools, and the priming of the reply. Images are not part of it.
 */
public final class ChatTokens {

  private static final long PER_MESSAGE = 3;
  private static final long PER_CALL = 3;
  private static final long REPLY_PRIMING = 3;
  private static final long TOOLS = 9;
  private static final long TOOLS_BESIDE_SYSTEM = -4;
  private static final long FUNCTION_RESULT = -2;
  private static final long CHOICE_NONE = 1;
  private static final long CHOICE_NAMED = 4;

  /** Roles whose framing published counts confirm. */
  private static final Set<String> CONFIRMED = Set.of("system", "user", "assistant", "function");

  private final TokenCounter counter;

  public ChatTokens(TokenCounter counter) {
    this.counter = requireNonNull(counter, "counter");
  }

  public TokenCount promptTokens(Conversation request) {
    boolean hasTools = !request.tools().isEmpty();
    TokenCount total = TokenCount.exact(REPLY_PRIMING);
    boolean firstSystem = true;
    for (ChatMessage message : request.messages()) {
      boolean system = message.role().equals("system");
      total = total.plus(messageTokens(message, hasTools && system && firstSystem));
      firstSystem &= !system;
    }
    if (hasTools) {
      total = total.plus(toolTokens(request.tools()));
      total = firstSystem ? total : plus(total, TOOLS_BESIDE_SYSTEM);
    }
    return total.plus(choiceTokens(request.choice()));
  }

  private TokenCount messageTokens(ChatMessage message, boolean carriesTools) {
    TokenCount total = counter.count(message.role()).plus(TokenCount.exact(PER_MESSAGE));
    total = total.plus(contentTokens(message, carriesTools));
    if (message.name().isPresent()) {
      total = total.plus(counter.count(message.name().get())).plus(TokenCount.exact(1));
    }
    for (ToolCall call : message.calls()) {
      total = total.plus(callTokens(call));
    }
    total = message.role().equals("function") ? plus(total, FUNCTION_RESULT) : total;
    boolean settled = CONFIRMED.contains(message.role()) && message.calls().size() <= 1;
    return settled && message.images().isEmpty() ? total : TokenCount.estimated(total.tokens());
  }

  /** With tools the first system text ends with a line feed, which the tools follow. */
  private TokenCount contentTokens(ChatMessage message, boolean carriesTools) {
    if (carriesTools) {
      String text = message.text();
      return counter.count(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
    }
    return message.texts().stream().map(counter::count).reduce(TokenCount.ZERO, TokenCount::plus);
  }

  private TokenCount callTokens(ToolCall call) {
    return counter
        .count(call.name())
        .plus(counter.count(call.arguments()))
        .plus(TokenCount.exact(PER_CALL));
  }

  private TokenCount toolTokens(List<ToolDefinition> tools) {
    ToolRendering rendering = ToolRendering.of(tools);
    TokenCount total = counter.count(rendering.text()).plus(TokenCount.exact(TOOLS));
    return rendering.exact() ? total : TokenCount.estimated(total.tokens());
  }

  private TokenCount choiceTokens(ToolChoice choice) {
    return choice.match(
        new ToolChoice.Cases<>() {
          @Override
          public TokenCount auto() {
            return TokenCount.ZERO;
          }

          @Override
          public TokenCount none() {
            return TokenCount.exact(CHOICE_NONE);
          }

          @Override
          public TokenCount required() {
            return TokenCount.estimated(0);
          }

          @Override
          public TokenCount named(ToolChoice.Named named) {
            return plus(counter.count(named.function()), CHOICE_NAMED);
          }
        });
  }

  /** Constants of the rule can be negative, counts cannot. */
  private static TokenCount plus(TokenCount count, long constant) {
    return new TokenCount(
        Math.max(0, count.tokens() + constant),
        count.isExact() ? Precision.EXACT : Precision.ESTIMATED);
  }
}
