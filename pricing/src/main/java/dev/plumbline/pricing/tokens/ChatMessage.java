package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One message of a chat.
 *
 * @param texts the content: one text, or the text parts of a content array; empty without content
 * @param calls function and tool calls of an assistant message
 */
public record ChatMessage(
    String role,
    List<String> texts,
    List<ImagePart> images,
    Optional<String> name,
    List<ToolCall> calls) {

  public ChatMessage {
    requireNonNull(role, "role");
    requireNonNull(name, "name");
    texts = List.copyOf(texts);
    images = List.copyOf(images);
    calls = List.copyOf(calls);
  }

  public static ChatMessage of(String role, String text) {
    return new ChatMessage(role, List.of(text), List.of(), Optional.empty(), List.of());
  }

  /** All text parts, one after the other. */
  public String text() {
    return texts.size() == 1 ? texts.get(0) : String.join("", texts);
  }
}
