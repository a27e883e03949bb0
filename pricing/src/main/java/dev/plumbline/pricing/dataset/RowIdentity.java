package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.tokens.ChatMessage;
import dev.plumbline.pricing.tokens.ImagePart;
import dev.plumbline.pricing.tokens.ToolCall;
import java.util.List;
import java.util.Locale;

/**
 * What makes a row the same as another one. Images and tools belong to the input: the same question
 * about another picture is another question.
 *
 * @param input hash of everything that the model is shown
 * @param answer hash of the wanted answer
 * @param label the answer itself when it is short enough to be a class label, else empty
 */
record RowIdentity(long input, long answer, String label) {

  private static final int LONGEST_LABEL = 60;

  static RowIdentity of(TrainingRow row) {
    TextHash input = new TextHash();
    row.prompt().forEach(message -> add(input, message));
    input.number(row.tools().fingerprint());
    TextHash answer = new TextHash();
    row.answer().ifPresent(message -> add(answer, message));
    row.nonPreferred().forEach(message -> add(answer, message));
    String text =
        row.format() == DatasetFormat.SFT ? row.answer().map(ChatMessage::text).orElse("") : "";
    return new RowIdentity(input.value(), answer.value(), label(text));
  }

  static RowIdentity of(PairTexts pair) {
    TextHash input = new TextHash();
    pair.inputs().forEach(input::text);
    TextHash answer = new TextHash();
    pair.answers().forEach(answer::text);
    List<String> answers = pair.answers();
    return new RowIdentity(
        input.value(), answer.value(), label(answers.size() == 1 ? answers.get(0) : ""));
  }

  /** The whole row. */
  long whole() {
    return new TextHash().number(input).number(answer).value();
  }

  private static void add(TextHash hash, ChatMessage message) {
    hash.literal(message.role());
    message.texts().forEach(hash::text);
    for (ImagePart image : message.images()) {
      hash.literal(image.url());
    }
    for (ToolCall call : message.calls()) {
      hash.literal(call.name()).literal(call.arguments());
    }
  }

  private static String label(String answer) {
    String text = answer.strip();
    return text.length() > LONGEST_LABEL ? "" : text.toLowerCase(Locale.ROOT);
  }
}
