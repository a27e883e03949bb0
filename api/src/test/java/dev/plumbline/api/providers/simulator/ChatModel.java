package dev.plumbline.api.providers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link SimulatedService} as Chat Completions shows it, with the limits of its endpoint. */
public final class ChatModel {

  /** Answers up to that length are first tokens. */
  private static final int SHORT = 16;

  private final SimulatedService service;
  private final Map<String, String> answers = new HashMap<>();
  private int leastOutput = 1;
  private boolean refusesLogprobs;

  public ChatModel(SimulatedService service) {
    this.service = service;
  }

  /** The right answer to a prompt that contains the words. */
  public ChatModel answering(String words, String right) {
    answers.put(words, right);
    return this;
  }

  /** Refuses requests for fewer tokens. */
  public ChatModel leastOutput(int tokensAtLeast) {
    leastOutput = tokensAtLeast;
    return this;
  }

  /** As reasoning models do. */
  public ChatModel refusingLogprobs() {
    refusesLogprobs = true;
    return this;
  }

  boolean isAlive() {
    return service.isAlive();
  }

  /** How long the next answer takes. */
  synchronized Duration time() {
    return Duration.ofMillis((long) (1_000 * service.seconds()));
  }

  /** Why the endpoint does not take the request. */
  Optional<OpenAiSimulator.Refusal> refusal(JsonNode request) {
    if (refusesLogprobs && request.has("logprobs")) {
      return Optional.of(
          new OpenAiSimulator.Refusal(
              "unsupported_parameter",
              "logprobs",
              "Unsupported parameter: 'logprobs' is not supported with this model."));
    }
    return request.path("max_completion_tokens").asInt(Integer.MAX_VALUE) < leastOutput
        ? Optional.of(
            new OpenAiSimulator.Refusal(
                "integer_below_min_value",
                "max_completion_tokens",
                "Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= "
                    + leastOutput))
        : Optional.empty();
  }

  synchronized ObjectNode answer(JsonNode request) {
    String text = text(request);
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", "chatcmpl-1")
            .put("object", "chat.completion")
            .put("created", 1_795_132_800L)
            .put("model", service.model());
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
    if (request.path("logprobs").asBoolean(false)) {
      logprobs(choice, text);
    } else {
      choice.putNull("logprobs");
    }
    answer
        .putObject("usage")
        .put("prompt_tokens", 8)
        .put("completion_tokens", 1)
        .put("total_tokens", 9);
    return answer;
  }

  private String text(JsonNode request) {
    String prompt = prompt(request);
    Optional<String> right =
        answers.entrySet().stream()
            .filter(each -> prompt.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (right.isPresent()) {
      return service.task(right.get());
    }
    return request.path("max_completion_tokens").asInt(Integer.MAX_VALUE) <= SHORT
        ? service.firstToken(prompt)
        : service.open();
  }

  private static String prompt(JsonNode request) {
    List<String> contents = request.path("messages").findValuesAsText("content");
    return String.join("\n", contents);
  }

  private void logprobs(ObjectNode choice, String text) {
    ObjectNode content =
        choice.putObject("logprobs").putNull("refusal").putArray("content").addObject();
    content.put("token", text).put("logprob", -0.1).putNull("bytes");
    ArrayNode top = content.putArray("top_logprobs");
    service
        .logprobs()
        .forEach(
            (token, logprob) ->
                top.addObject().put("token", token).put("logprob", logprob).putNull("bytes"));
  }
}
