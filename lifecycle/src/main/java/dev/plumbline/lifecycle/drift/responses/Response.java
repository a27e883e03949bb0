package dev.plumbline.lifecycle.drift.responses;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.json.JsonPart;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One answer of a file of responses. Only what a method needs has to be there.
 *
 * @param line where it stands in its file
 * @param prompt an id, or the prompt itself
 * @param value a length, latency, cost or score
 * @param family of prompts with one rule of what is right
 * @param question the prompt's text, where the file has it
 * @param text of the answer
 */
public record Response(
    long line,
    Optional<String> prompt,
    Optional<Symbols> answer,
    Optional<LogProbabilities> logProbabilities,
    Optional<Boolean> passed,
    Optional<Double> value,
    Optional<String> family,
    Optional<String> question,
    Optional<String> text) {

  public Response {
    requireNonNull(prompt, "prompt");
    requireNonNull(answer, "answer");
    requireNonNull(logProbabilities, "logProbabilities");
    requireNonNull(passed, "passed");
    requireNonNull(value, "value");
    requireNonNull(family, "family");
    requireNonNull(question, "question");
    requireNonNull(text, "text");
  }

  /**
   * Reads {@code prompt_id} or {@code prompt}; {@code tokens} (ids) or {@code response} or {@code
   * text}; {@code logprobs} (an object, or a list of objects with {@code token} and {@code
   * logprob}); {@code passed}; {@code value}. Other fields are passed over.
   *
   * @throws IllegalArgumentException naming line, field and reason
   */
  public static Response of(JsonPart part, long line) {
    return new Response(
        line,
        part.find("prompt_id").or(() -> part.find("prompt")).map(Response::id),
        answer(part),
        part.find("logprobs").map(one -> one.as(Response::logProbabilities)),
        part.find("passed").map(JsonPart::truth),
        part.find("value").map(JsonPart::number),
        part.find("family").map(JsonPart::text),
        part.find("prompt").filter(JsonPart::isText).map(JsonPart::text),
        text(part).map(JsonPart::text));
  }

  /** Ids are texts or whole numbers. */
  private static String id(JsonPart part) {
    return part.isText() ? part.text() : Long.toString(part.whole());
  }

  private static Optional<Symbols> answer(JsonPart part) {
    return part.find("tokens")
        .map(one -> one.as(tokens -> new Symbols(tokens.list(JsonPart::small))))
        .or(() -> text(part).map(each -> Symbols.ofText(each.text())));
  }

  private static Optional<JsonPart> text(JsonPart part) {
    return part.find("response").or(() -> part.find("text"));
  }

  private static LogProbabilities logProbabilities(JsonPart part) {
    SortedMap<String, Double> byToken = new TreeMap<>();
    if (part.isList()) {
      for (JsonPart one : part.items()) {
        byToken.put(one.get("token").text(), one.get("logprob").number());
      }
    } else {
      for (Map.Entry<String, JsonPart> one : part.fields().entrySet()) {
        byToken.put(one.getKey(), one.getValue().number());
      }
    }
    return new LogProbabilities(byToken);
  }
}
