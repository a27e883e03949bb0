package dev.plumbline.api.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.plumbline.api.providers.Pause;
import dev.plumbline.api.providers.ProviderFailureException;
import dev.plumbline.lifecycle.probe.EndpointLimits;
import dev.plumbline.lifecycle.probe.Probe;
import dev.plumbline.lifecycle.probe.ProbeMessage;
import dev.plumbline.lifecycle.probe.ProbeReply;
import dev.plumbline.lifecycle.probe.ProbeTarget;
import dev.plumbline.lifecycle.probe.check.ProbeJson;
import dev.plumbline.lifecycle.sync.CallOutcome;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** One model behind Chat Completions. */
final class OpenAiProbe implements ProbeTarget {

  private static final int MOST_ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** The least that endpoints ask for that refuse to answer with one token. */
  private static final int USUAL_LEAST_OUTPUT = 16;

  private final OpenAIClient client;
  private final String model;
  private final Pause pause;

  OpenAiProbe(OpenAIClient client, String model, Pause pause) {
    this.client = client;
    this.model = model;
    this.pause = pause;
  }

  @Override
  public ProbeReply ask(Probe probe, EndpointLimits known) {
    EndpointLimits limits = known;
    for (int attempt = 1; ; attempt++) {
      try {
        return ChatReply.of(send(probe, limits), limits, attempt);
      } catch (OpenAIServiceException e) {
        EndpointLimits learned = learned(e, probe, limits);
        if (learned.equals(limits) && (attempt == MOST_ATTEMPTS || !isTurnedAway(e))) {
          return failure(e);
        }
        if (learned.equals(limits)) {
          pause.sleep(pauseAfter(attempt));
        }
        limits = learned;
      } catch (OpenAIInvalidDataException | IllegalArgumentException e) {
        return new ProbeReply.NotMeasured("an answer that cannot be read", true);
      } catch (OpenAIException e) {
        return new ProbeReply.NotMeasured(GuardedClient.words(e), true);
      }
    }
  }

  /** Growing, and not the same for all who were turned away together. */
  private static Duration pauseAfter(int attempt) {
    long most = FIRST_PAUSE.toMillis() << (attempt - 1);
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }

  /** Refused before any work was done, so that nothing was paid. */
  private static boolean isTurnedAway(OpenAIServiceException failure) {
    return failure.statusCode() == 429 || failure.statusCode() == 503;
  }

  /** What a refusal tells about the endpoint; each thing once, so that asking comes to an end. */
  private static EndpointLimits learned(
      OpenAIServiceException failure, Probe probe, EndpointLimits limits) {
    if (isTooShort(failure) && limits.leastOutput() < USUAL_LEAST_OUTPUT) {
      return limits.withLeastOutput(USUAL_LEAST_OUTPUT);
    }
    boolean asked = limits.logprobs() && probe.sampling().topLogprobs() > 0;
    return asked && isAboutLogprobs(failure) ? limits.withoutLogprobs() : limits;
  }

  /** OpenAI has a code and a parameter for it, other servers only words. */
  private static boolean isAboutLogprobs(OpenAIServiceException failure) {
    return failure.statusCode() == 400
        && (String.valueOf(failure.getMessage()) + failure.param().orElse(""))
            .toLowerCase(Locale.ROOT)
            .contains("logprobs");
  }

  private static boolean isTooShort(OpenAIServiceException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.statusCode() == 400
        && (failure.code().orElse("").equals("integer_below_min_value")
            || message.contains("integer_below_min_value")
            || message.contains("minimum value"));
  }

  private static ProbeReply failure(OpenAIServiceException failure) {
    ProviderFailureException words =
        ProviderFailureException.ofStatus(
            failure.statusCode(), failure.code().orElse(""), String.valueOf(failure.getMessage()));
    boolean gone =
        words.outcome() == CallOutcome.NOT_FOUND || words.outcome() == CallOutcome.RETIRED;
    return gone
        ? new ProbeReply.Gone(String.valueOf(words.getMessage()))
        : new ProbeReply.NotMeasured(
            String.valueOf(words.getMessage()), failure.statusCode() >= 500);
  }

  private JsonNode send(Probe probe, EndpointLimits limits) {
    int output = Math.max(limits.leastOutput(), probe.sampling().maxOutputTokens());
    ChatCompletionCreateParams.Builder question =
        ChatCompletionCreateParams.builder().model(model).store(false).maxCompletionTokens(output);
    probe.messages().forEach(message -> add(question, message));
    probe.sampling().temperature().ifPresent(value -> question.temperature(value.doubleValue()));
    probe.sampling().topP().ifPresent(value -> question.topP(value.doubleValue()));
    if (probe.sampling().topLogprobs() > 0 && limits.logprobs()) {
      question.logprobs(true).topLogprobs(probe.sampling().topLogprobs());
    }
    probe.tools().ifPresent(tools -> put(question, "tools", tools));
    probe.responseFormat().ifPresent(format -> put(question, "response_format", format));
    return OpenAiSession.JSON.valueToTree(client.chat().completions().create(question.build()));
  }

  private static void add(ChatCompletionCreateParams.Builder question, ProbeMessage message) {
    switch (message.role()) {
      case SYSTEM -> question.addSystemMessage(message.content());
      case DEVELOPER -> question.addDeveloperMessage(message.content());
      case USER -> question.addUserMessage(message.content());
      case ASSISTANT ->
          question.addMessage(
              ChatCompletionAssistantMessageParam.builder().content(message.content()).build());
    }
  }

  private static void put(ChatCompletionCreateParams.Builder question, String name, String json) {
    question.putAdditionalBodyProperty(name, JsonValue.fromJsonNode(ProbeJson.read(json)));
  }
}
