package dev.plumbline.api.providers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How a simulated model answers: first tokens by their weights, texts by prompt, one of several
 * serving backends, all drawn from a seed.
 */
public final class ChatModel {

  private final Random random;
  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, Double> tokens = new HashMap<>(Map.of("Ho", 1.0));
  private final List<Double> backends = new ArrayList<>(List.of(0.0));
  private int leastOutput = 1;
  private boolean logprobs = true;

  public ChatModel(long seed) {
    this.random = new Random(seed);
  }

  /** What it says to a prompt that contains the words; for others, a first token. */
  public ChatModel answering(String words, String answer) {
    answers.put(words, answer);
    return this;
  }

  /** First tokens with their weights. */
  public ChatModel tokens(Map<String, Double> weights) {
    tokens.clear();
    tokens.putAll(weights);
    return this;
  }

  /** Backends that serve in turn by chance; each moves all log-probabilities by so much. */
  public ChatModel backends(Double... shifts) {
    backends.clear();
    backends.addAll(List.of(shifts));
    return this;
  }

  /** Refuses requests for fewer tokens. */
  public ChatModel leastOutput(int tokensAtLeast) {
    leastOutput = tokensAtLeast;
    return this;
  }

  public ChatModel withoutLogprobs() {
    logprobs = false;
    return this;
  }

  int leastOutput() {
    return leastOutput;
  }

  synchronized ObjectNode answer(String resolved, JsonNode request) {
    String prompt = prompt(request);
    String text =
        answers.entrySet().stream()
            .filter(each -> prompt.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseGet(this::token);
    double shift = backends.get(random.nextInt(backends.size()));
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", "chatcmpl-1")
            .put("object", "chat.completion")
            .put("created", 1_795_132_800L)
            .put("model", resolved);
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
    if (logprobs && request.path("logprobs").asBoolean(false)) {
      logprobs(choice, text, shift);
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

  private static String prompt(JsonNode request) {
    StringBuilder prompt = new StringBuilder();
    request.path("messages").forEach(each -> prompt.append(content(each.path("content"))));
    return prompt.toString();
  }

  private static String content(JsonNode content) {
    return content.isTextual() ? content.asText() : content.toString();
  }

  private String token() {
    double sum = tokens.values().stream().mapToDouble(weight -> weight).sum();
    double drawn = random.nextDouble() * sum;
    String last = "";
    for (Map.Entry<String, Double> each : tokens.entrySet()) {
      last = each.getKey();
      drawn -= each.getValue();
      if (drawn < 0) {
        break;
      }
    }
    return last;
  }

  private void logprobs(ObjectNode choice, String text, double shift) {
    double sum = tokens.values().stream().mapToDouble(weight -> weight).sum();
    ObjectNode content =
        choice.putObject("logprobs").putNull("refusal").putArray("content").addObject();
    content.put("token", text).put("logprob", -0.1).putNull("bytes");
    ArrayNode top = content.putArray("top_logprobs");
    tokens.forEach(
        (token, weight) ->
            top.addObject()
                .put("token", token)
                .put("logprob", Math.min(0, Math.log(weight / sum) - shift))
                .putNull("bytes"));
  }
}
