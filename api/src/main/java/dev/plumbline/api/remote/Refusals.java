package dev.plumbline.api.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What a server's problem means for somebody at a terminal, on one line. */
final class Refusals {

  private static final int LONGEST = 500;

  private Refusals() {}

  static RemoteFailureException of(
      ServerAddress server, HttpResponse<byte[]> answer, JsonNode problem) {
    return switch (answer.statusCode()) {
      case 400, 409, 413, 422 -> RemoteFailureException.ofInput(words(answer, problem));
      case 401 ->
          RemoteFailureException.ofServer(
              "%s does not accept the token; run `plumbline login --server %s`"
                  .formatted(server, server));
      case 429, 503 -> RemoteFailureException.ofServer(words(answer, problem) + later(answer));
      case 301, 302, 303, 307, 308 ->
          RemoteFailureException.ofServer(
              server + " sends us elsewhere, where the token does not go; check the address");
      default -> RemoteFailureException.ofServer(words(answer, problem));
    };
  }

  private static String words(HttpResponse<byte[]> answer, JsonNode problem) {
    String detail = problem.path("detail").asText("");
    if (detail.isBlank()) {
      return "the server answers with status " + answer.statusCode();
    }
    String field = problem.path("field").asText("");
    String remedy = problem.path("remedy").asText("");
    return shortened(
        (field.isBlank() ? "" : field + ": ") + detail + (remedy.isBlank() ? "" : "; " + remedy));
  }

  private static String later(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> " (in " + seconds + " s)")
        .orElse("");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
