package dev.plumbline.api.remote;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Requests to a server in the name of a token. Redirects are not followed, so the token goes
 * nowhere else; time and length of an answer are bounded; certificates are those that Java trusts.
 *
 * <p>Every method throws {@link RemoteFailureException} when the server does not do it.
 */
public final class ServerConnection {

  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final int MOST_BYTES = 32 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build());
  }

  private final Login login;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  public ServerConnection(Login login) {
    this.login = requireNonNull(login, "login");
  }

  public ServerAddress server() {
    return login.server();
  }

  /**
   * @param path with its query, for example {@code /api/v1/tokens?limit=500}
   */
  public JsonNode get(String path) {
    return sent(request(path).GET().build());
  }

  /**
   * @param body a map, a list or a node
   */
  public JsonNode post(String path, Object body) {
    return sent(request(path).POST(published(body)).build());
  }

  /**
   * @param body a map, a list or a node
   */
  public JsonNode put(String path, Object body) {
    return sent(request(path).PUT(published(body)).build());
  }

  /**
   * @param body a map, a list or a node with what is to be different
   */
  public JsonNode patch(String path, Object body) {
    return sent(request(path).method("PATCH", published(body)).build());
  }

  /** What the server answers; missing when it answers with nothing. */
  public JsonNode delete(String path) {
    return sent(request(path).DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server().resolve(path))
        .timeout(TO_ANSWER)
        .header("Authorization", "Bearer " + login.token())
        .header("Accept", "application/json, application/problem+json")
        .header("Content-Type", "application/json")
        .header("User-Agent", "plumbline");
  }

  private static BodyPublisher published(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + body.getClass().getName(), e);
    }
  }

  private JsonNode sent(HttpRequest request) {
    HttpResponse<byte[]> answer = answer(request);
    if (answer.statusCode() / 100 != 2) {
      throw Refusals.of(server(), answer, read(answer, true));
    }
    return read(answer, false);
  }

  private HttpResponse<byte[]> answer(HttpRequest request) {
    try {
      return client
          .sendAsync(request, head -> new LimitedBody(MOST_BYTES))
          .get(TO_ANSWER.plus(TO_CONNECT).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw RemoteFailureException.ofServer(server() + " " + reason(e.getCause()));
    } catch (TimeoutException e) {
      throw RemoteFailureException.ofServer(server() + " takes too long to answer; try again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RemoteFailureException.ofServer("interrupted while waiting for " + server());
    }
  }

  private static String reason(Throwable failure) {
    if (failure instanceof java.net.http.HttpTimeoutException) {
      return "takes too long to answer; try again";
    }
    if (failure.getCause() instanceof UnresolvedAddressException) {
      return "is not known by that name; check the address";
    }
    if (failure instanceof ConnectException) {
      return "does not answer; check the address, and that the server runs";
    }
    if (failure instanceof SSLException) {
      return "has no certificate that Java trusts (%s); see javax.net.ssl.trustStore"
          .formatted(failure.getMessage());
    }
    return "broke off: " + failure.getMessage();
  }

  private JsonNode read(HttpResponse<byte[]> answer, boolean lenient) {
    if (answer.body().length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      if (lenient) {
        return MissingNode.getInstance();
      }
      throw RemoteFailureException.ofServer(
          server() + " does not answer as Plumbline does; check the address");
    }
  }
}
