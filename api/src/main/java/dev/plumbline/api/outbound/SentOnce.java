package dev.plumbline.api.outbound;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that the client may not send again by itself: repeating is the caller's decision. */
final class SentOnce extends RequestBody {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final OutboundRequest.Body body;

  private SentOnce(OutboundRequest.Body body) {
    this.body = body;
  }

  /** Empty where there is no body; an empty one for methods that must have one. */
  static Optional<RequestBody> of(OutboundRequest request) {
    if (request.body().isPresent() || !WITH_BODY.contains(request.method())) {
      return request.body().map(SentOnce::new);
    }
    return Optional.of(
        new SentOnce(new OutboundRequest.Body("application/octet-stream", new byte[0])));
  }

  @Override
  public MediaType contentType() {
    return MediaType.parse(body.mediaType());
  }

  @Override
  public long contentLength() {
    return body.bytes().length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(body.bytes());
  }

  @Override
  public boolean isOneShot() {
    return true;
  }
}
