package dev.plumbline.api.providers.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.providers.ProviderAccess;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

/** The interface of one account: models, and fine-tuning in OpenAI's shape. */
final class AzureAccount {

  private static final String VERSION = "api-version=2024-10-21";
  private static final int PAGE = 100;

  private final JsonHttp http;
  private final ProviderAccess access;

  AzureAccount(JsonHttp http, ProviderAccess access) {
    this.http = http;
    this.access = access;
  }

  JsonNode models() {
    return get("/openai/models?" + VERSION);
  }

  JsonNode model(String id) {
    return get("/openai/models/" + encoded(id) + "?" + VERSION);
  }

  JsonNode jobs(Optional<String> after) {
    return get("/openai/fine_tuning/jobs" + page(after));
  }

  JsonNode events(String job, Optional<String> after) {
    return get("/openai/fine_tuning/jobs/" + encoded(job) + "/events" + page(after));
  }

  JsonNode checkpoints(String job, Optional<String> after) {
    return get("/openai/fine_tuning/jobs/" + encoded(job) + "/checkpoints" + page(after));
  }

  private static String page(Optional<String> after) {
    return "?%s&limit=%d%s"
        .formatted(VERSION, PAGE, after.map(id -> "&after=" + encoded(id)).orElse(""));
  }

  private JsonNode get(String path) {
    return http.get(access.base().resolve(path), Map.of("api-key", access.key().reveal()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
