package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.tokens.ChatMessage;
import java.util.List;
import java.util.Optional;

/**
 * One row of a training file.
 *
 * @param source the row as it stood in the file
 * @param messages the chat; of a DPO row its input
 * @param preferred the wanted answer of a DPO row
 * @param nonPreferred the other answer of a DPO row
 */
record TrainingRow(
    JsonObject source,
    DatasetFormat format,
    List<ChatMessage> messages,
    List<ChatMessage> preferred,
    List<ChatMessage> nonPreferred,
    ToolSet tools) {

  private static final String ASSISTANT = "assistant";

  TrainingRow {
    messages = List.copyOf(messages);
    preferred = List.copyOf(preferred);
    nonPreferred = List.copyOf(nonPreferred);
  }

  boolean endsWithAssistant() {
    return !messages.isEmpty() && isAssistant(messages.get(messages.size() - 1));
  }

  /** The message that the row teaches; empty for RFT rows and rows that end otherwise. */
  Optional<ChatMessage> answer() {
    if (format == DatasetFormat.DPO) {
      return preferred.stream().findFirst();
    }
    return endsWithAssistant() ? Optional.of(messages.get(messages.size() - 1)) : Optional.empty();
  }

  /** What the model is shown before it answers. */
  List<ChatMessage> prompt() {
    return format != DatasetFormat.DPO && endsWithAssistant()
        ? messages.subList(0, messages.size() - 1)
        : messages;
  }

  static boolean isAssistant(ChatMessage message) {
    return message.role().equals(ASSISTANT);
  }
}
