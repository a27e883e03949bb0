package dev.plumbline.api.providers.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.outbound.OutboundHttp;
import dev.plumbline.api.outbound.OutboundLimits;
import dev.plumbline.api.outbound.OutboundRequest;
import dev.plumbline.api.outbound.OutboundResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The client's connections, which are ours: checked, pinned, bounded and without redirects. */
final class GuardedClient implements HttpClient {

  private static final OutboundLimits LIMITS = new OutboundLimits(Duration.ofSeconds(60), 32 << 20);

  private static final Set<String> NOT_OURS_TO_SET =
      Set.of("host", "content-length", "content-type", "connection", "user-agent", "te");

  private final OutboundHttp http;

  GuardedClient(OutboundHttp http) {
    this.http = http;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    return http.send(outbound(request))
        .match(
            new OutboundResult.Cases<>() {
              @Override
              public HttpResponse answered(OutboundResult.Answered answered) {
                if (answered.cut()) {
                  throw new OpenAIInvalidDataException(
                      "the answer is longer than 32 MiB"); // another try would be as long;
                }
                return new Given(answered);
              }

              @Override
              public HttpResponse refused(OutboundResult.Refused refused) {
                throw new RefusedException(refused.why());
              }

              @Override
              public HttpResponse failed(OutboundResult.Failed failed) {
                throw new OpenAIIoException(failed.what());
              }
            });
  }

  /** An address that is not connected to; trying again would not help. */
  private static final class RefusedException extends OpenAIException {

    private static final long serialVersionUID = 1;

    RefusedException(String why) {
      super(why);
    }
  }

  /** The sentence of ours in what the client threw; the client's own may have an address in it. */
  static String words(OpenAIException failure) {
    return failure instanceof RefusedException || failure.getClass() == OpenAIIoException.class
        ? String.valueOf(failure.getMessage())
        : "no answer";
  }

  private static OutboundRequest outbound(HttpRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : request.headers().names()) {
      if (!NOT_OURS_TO_SET.contains(name.toLowerCase(Locale.ROOT))) {
        headers.put(name, String.join(", ", request.headers().values(name)));
      }
    }
    return new OutboundRequest(
        request.method().name(),
        OutboundAddress.of(address(request)),
        headers,
        Optional.ofNullable(request.body()).map(GuardedClient::body),
        LIMITS);
  }

  private static OutboundRequest.Body body(HttpRequestBody body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    String type = body.contentType();
    return new OutboundRequest.Body(type == null ? "application/json" : type, bytes.toByteArray());
  }

  private static String address(HttpRequest request) {
    StringBuilder address = new StringBuilder(request.baseUrl());
    request.pathSegments().forEach(segment -> address.append('/').append(encoded(segment)));
    List<String> pairs = new ArrayList<>();
    for (String name : request.queryParams().keys()) {
      for (String value : request.queryParams().values(name)) {
        pairs.add(encoded(name) + "=" + encoded(value));
      }
    }
    return pairs.isEmpty() ? address.toString() : address + "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    throw new UnsupportedOperationException("a sync asks one question after the other");
  }

  @Override
  public void close() {}

  /** An answer that has arrived as a whole. */
  private record Given(OutboundResult.Answered answer) implements HttpResponse {

    @Override
    public int statusCode() {
      return answer.status();
    }

    @Override
    public Headers headers() {
      Headers.Builder headers = Headers.builder();
      answer.headers().forEach(headers::put);
      return headers.build();
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(answer.body());
    }

    @Override
    public void close() {}
  }
}
