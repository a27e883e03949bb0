package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.tokens.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about the messages of a row: who speaks last, weights, what is missing or empty. */
final class MessageRules {

  private static final Set<String> JUNK = Set.of("", "n/a", "noinput", "<noinput>", "nan");
  private static final Pattern ONLY_LINKS = Pattern.compile("(?:https?://\\S+\\s*)+");
  private static final int LONGEST_LINKS = 2_000;

  private MessageRules() {}

  static final List<RowRule> ALL =
      List.of(
          MessageRules::assistantPosition,
          MessageRules::weights,
          MessageRules::systemAndUser,
          MessageRules::emptyOrJunk);

  private static void assistantPosition(TrainingRow row, RowFindings findings) {
    if (row.format() == DatasetFormat.SFT && !row.endsWithAssistant()) {
      findings.error(
          "ASSISTANT_POSITION",
          "messages",
          "the last message is not from the assistant, so there is no answer to learn",
          "end the row with the wanted assistant message");
    }
    if (row.format() == DatasetFormat.RFT && row.endsWithAssistant()) {
      findings.error(
          "ASSISTANT_POSITION",
          "messages",
          "a reinforcement row must not end with an assistant message",
          "remove the last message: the model writes it and the grader judges it");
    }
  }

  private static void weights(TrainingRow row, RowFindings findings) {
    List<JsonValue> messages =
        row.source().findArray("messages").map(JsonArray::items).orElse(List.of());
    List<Boolean> taught = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i) instanceof JsonObject message) {
        weight(message, "messages[" + i + "].weight", taught, findings);
      }
    }
    if (!taught.isEmpty() && !taught.contains(true)) {
      findings.error(
          "BAD_WEIGHT",
          "messages",
          "every assistant message has weight 0, so the row teaches nothing",
          "give at least one assistant message the weight 1");
    }
  }

  private static void weight(
      JsonObject message, String field, List<Boolean> taught, RowFindings findings) {
    boolean assistant = message.findText("role").filter("assistant"::equals).isPresent();
    Optional<JsonValue> weight = message.findPresent("weight");
    if (weight.isEmpty()) {
      if (assistant) {
        taught.add(true);
      }
      return;
    }
    String digits = weight.get() instanceof JsonNumber number ? number.digits() : "";
    if (!assistant || !Set.of("0", "1", "0.0", "1.0").contains(digits)) {
      findings.error(
          "BAD_WEIGHT",
          field,
          assistant ? "must be 0 or 1" : "stands on a message that is not from the assistant",
          "write 0 or 1, on assistant messages only");
    }
    if (assistant) {
      taught.add(!digits.startsWith("0"));
    }
  }

  private static void systemAndUser(TrainingRow row, RowFindings findings) {
    boolean system = has(row, "system") || has(row, "developer");
    boolean user = has(row, "user");
    if (row.messages().isEmpty() || (system && user)) {
      return;
    }
    String missing = system ? "no user message" : user ? "no system message" : "neither";
    findings.information(
        "MISSING_SYSTEM_OR_USER",
        "messages",
        missing.equals("neither")
            ? "there is no system and no user message"
            : "there is " + missing,
        "check that production requests look the same");
  }

  private static boolean has(TrainingRow row, String role) {
    return row.messages().stream().anyMatch(message -> message.role().equals(role));
  }

  private static void emptyOrJunk(TrainingRow row, RowFindings findings) {
    for (int i = 0; i < row.messages().size(); i++) {
      ChatMessage message = row.messages().get(i);
      if (isJunk(message)) {
        findings.warning(
            "EMPTY_OR_JUNK",
            "messages[" + i + "].content",
            "is empty, a placeholder, or a link without content",
            "write the real text or remove the row");
      }
    }
  }

  private static boolean isJunk(ChatMessage message) {
    boolean saysNothing = message.texts().isEmpty() || !message.images().isEmpty();
    if (saysNothing || !message.calls().isEmpty() || message.role().equals("tool")) {
      return false;
    }
    String text = message.text().strip();
    return JUNK.contains(text.length() > 12 ? "text" : text.toLowerCase(Locale.ROOT))
        || (text.length() <= LONGEST_LINKS && ONLY_LINKS.matcher(text).matches());
  }
}
