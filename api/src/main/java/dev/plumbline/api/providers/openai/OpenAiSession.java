package dev.plumbline.api.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import com.openai.core.Sleeper;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.finetuning.checkpoints.permissions.PermissionRetrieveParams;
import com.openai.models.finetuning.jobs.JobListEventsParams;
import com.openai.models.finetuning.jobs.JobListParams;
import com.openai.models.finetuning.jobs.checkpoints.CheckpointListParams;
import dev.plumbline.api.outbound.OutboundHttp;
import dev.plumbline.api.providers.Pause;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.providers.ProviderFailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The requests that a sync makes, each answered as a tree: the client's own types refuse values
 * that came up after its version was made.
 *
 * <p>The client tries again by itself, after Retry-After or with a growing and jittered pause.
 */
final class OpenAiSession {

  /** The client would make one for itself each time, which takes longer than a call. */
  static final JsonMapper JSON = ObjectMappers.jsonMapper();

  private static final int RETRIES = 4;
  private static final long PAGE = 100;

  /** Of an answer to a call whose words nobody reads. */
  private static final long SHORTEST_ANSWER = 16;

  private final OpenAIClient client;

  private OpenAiSession(OpenAIClient client) {
    this.client = client;
  }

  static OpenAiSession open(ProviderAccess access, OutboundHttp http, Clock clock, Pause pause) {
    return new OpenAiSession(client(access, http, clock, pause, RETRIES));
  }

  static OpenAIClient client(
      ProviderAccess access, OutboundHttp http, Clock clock, Pause pause, int retries) {
    return new OpenAIClientImpl(
        new ClientOptions.Builder()
            .httpClient(new GuardedClient(http))
            .jsonMapper(JSON)
            .sleeper(sleeper(pause))
            .clock(clock)
            .maxRetries(retries)
            .baseUrl(access.base().uri().toString().replaceFirst("/+$", ""))
            .apiKey(access.key().reveal())
            .build());
  }

  private static Sleeper sleeper(Pause pause) {
    return new Sleeper() {
      @Override
      public void sleep(Duration time) {
        pause.sleep(time);
      }

      @Override
      public CompletableFuture<Void> sleepAsync(Duration time) {
        pause.sleep(time);
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public void close() {}
    };
  }

  JsonNode models() {
    return tree(() -> client.models().list().response());
  }

  JsonNode jobs(Optional<String> after) {
    return tree(
        () ->
            client
                .fineTuning()
                .jobs()
                .list(JobListParams.builder().after(after).limit(PAGE).build())
                .response());
  }

  JsonNode events(String job, Optional<String> after) {
    return tree(
        () ->
            client
                .fineTuning()
                .jobs()
                .listEvents(job, JobListEventsParams.builder().after(after).limit(PAGE).build())
                .response());
  }

  JsonNode checkpoints(String job, Optional<String> after) {
    return tree(
        () ->
            client
                .fineTuning()
                .jobs()
                .checkpoints()
                .list(job, CheckpointListParams.builder().after(after).limit(PAGE).build())
                .response());
  }

  /** Needs a key of the organisation's administrators. */
  JsonNode permissions(String checkpointModel, Optional<String> after) {
    return tree(
        () ->
            client
                .fineTuning()
                .checkpoints()
                .permissions()
                .retrieve(
                    checkpointModel,
                    PermissionRetrieveParams.builder().after(after).limit(PAGE).build()));
  }

  /** The shortest question there is. */
  JsonNode call(String model) {
    return tree(
        () ->
            client
                .chat()
                .completions()
                .create(
                    ChatCompletionCreateParams.builder()
                        .model(model)
                        .addUserMessage("Hi")
                        .maxCompletionTokens(SHORTEST_ANSWER)
                        .build()));
  }

  /** A file as it is; a longer one than an answer may be is refused. */
  byte[] file(String id) {
    return asked(
        () -> {
          try (HttpResponse response = client.files().content(id)) {
            return response.body().readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static JsonNode tree(Supplier<Object> request) {
    return asked(() -> JSON.valueToTree(request.get()));
  }

  private static <T> T asked(Supplier<T> request) {
    try {
      return request.get();
    } catch (OpenAIServiceException e) {
      throw ProviderFailureException.ofStatus(
          e.statusCode(), e.code().orElse(""), String.valueOf(e.getMessage()));
    } catch (OpenAIInvalidDataException | IllegalArgumentException e) {
      throw ProviderFailureException.unsound("an answer that cannot be read");
    } catch (OpenAIException e) {
      throw ProviderFailureException.noAnswer(GuardedClient.words(e));
    }
  }
}
