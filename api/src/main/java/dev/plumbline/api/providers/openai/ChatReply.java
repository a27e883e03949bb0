package dev.plumbline.api.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.lifecycle.probe.EndpointLimits;
import dev.plumbline.lifecycle.probe.ProbeReply;
import dev.plumbline.lifecycle.probe.ProbeReply.TokenLogprob;
import dev.plumbline.lifecycle.probe.check.ProbeAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an answer of Chat Completions. */
final class ChatReply {

  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_TOKEN = 200;
  private static final int MOST_TOOLS = 50;
  private static final int MOST_LOGPROBS = 20;

  private ChatReply() {}

  static ProbeReply of(JsonNode answer, EndpointLimits limits, int attempts) {
    JsonNode choice = answer.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return new ProbeReply.NotMeasured("an answer without a message", true);
    }
    String text = cut(message.path("content").asText(""), LONGEST_TEXT);
    boolean refused =
        !message.path("refusal").asText("").isEmpty()
            || choice.path("finish_reason").asText("").equals("content_filter");
    JsonNode first = choice.path("logprobs").path("content").path(0);
    return new ProbeReply.Answered(
        new ProbeAnswer(text, tools(message), refused),
        first.path("token").isTextual()
            ? cut(first.path("token").asText(), LONGEST_TOKEN)
            : firstWord(text),
        logprobs(first),
        tokens(answer.path("usage")),
        new ProbeReply.Serving(
            text(answer, "model"), text(answer, "system_fingerprint"), limits, attempts));
  }

  private static List<ProbeAnswer.Called> tools(JsonNode message) {
    List<ProbeAnswer.Called> tools = new ArrayList<>();
    for (JsonNode call : message.path("tool_calls")) {
      JsonNode function = call.path("function");
      if (function.path("name").isTextual() && tools.size() < MOST_TOOLS) {
        tools.add(
            new ProbeAnswer.Called(
                cut(function.path("name").asText(), LONGEST_TOKEN),
                cut(function.path("arguments").asText(""), LONGEST_TEXT)));
      }
    }
    return tools;
  }

  /** Where an endpoint tells no tokens, the first word stands for the first token. */
  private static String firstWord(String text) {
    String[] words = text.strip().split("\\s+", 2);
    return cut(words[0], LONGEST_TOKEN);
  }

  private static List<TokenLogprob> logprobs(JsonNode first) {
    List<TokenLogprob> logprobs = new ArrayList<>();
    for (JsonNode each : first.path("top_logprobs")) {
      if (each.path("token").isTextual()
          && each.path("logprob").isNumber()
          && logprobs.size() < MOST_LOGPROBS) {
        logprobs.add(
            new TokenLogprob(
                cut(each.path("token").asText(), LONGEST_TOKEN), each.path("logprob").asDouble()));
      }
    }
    return logprobs;
  }

  private static Optional<ProbeReply.Tokens> tokens(JsonNode usage) {
    JsonNode input = usage.path("prompt_tokens");
    JsonNode output = usage.path("completion_tokens");
    long cached = usage.path("prompt_tokens_details").path("cached_tokens").asLong(0);
    boolean sound =
        input.canConvertToLong()
            && output.canConvertToLong()
            && input.asLong() >= 0
            && output.asLong() >= 0
            && cached >= 0
            && cached <= input.asLong();
    return sound
        ? Optional.of(new ProbeReply.Tokens(input.asLong(), cached, output.asLong()))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(cut(value.asText(), LONGEST_TOKEN))
        : Optional.empty();
  }

  /** Without NUL, which PostgreSQL refuses. */
  private static String cut(String text, int longest) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= longest ? clean : clean.substring(0, longest);
  }
}
