package dev.plumbline.api.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * Where a browser says that a request comes from. Fetch metadata cannot be forged by a page; older
 * browsers send an origin.
 */
final class RequestOrigin {

  private RequestOrigin() {}

  static boolean isOurs(HttpServerRequest request, BaseUrl base) {
    List<String> site = request.headers().getAll("Sec-Fetch-Site");
    if (!site.isEmpty()) {
      return site.equals(List.of("same-origin"))
          && originOf(request).map(base::isOurs).orElse(true);
    }
    return originOf(request).map(base::isOurs).orElse(false);
  }

  private static Optional<String> originOf(HttpServerRequest request) {
    List<String> origins = request.headers().getAll("Origin");
    return origins.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", origins));
  }
}
