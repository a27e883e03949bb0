package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A chat request: what is said, which tools are offered, and whether one must be used. */
public record Conversation(
    List<ChatMessage> messages, List<ToolDefinition> tools, ToolChoice choice) {

  public Conversation {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
    requireNonNull(choice, "choice");
  }
}
