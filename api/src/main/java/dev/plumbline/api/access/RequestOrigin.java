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
    if (site.isEmpty()) {
      return originOf(request).map(base::isOurs).orElse(false);
    }
    return site.equals(List.of("same-origin"))
        && originOf(request).filter(origin -> !isHidden(origin)).map(base::isOurs).orElse(true);
  }

  /**
   * A form of a page with {@code Referrer-Policy: no-referrer}, as ours have it, comes with the
   * origin {@code null}. So does one from a sandbox, but that is never of the same origin.
   */
  private static boolean isHidden(String origin) {
    return origin.equals("null");
  }

  private static Optional<String> originOf(HttpServerRequest request) {
    List<String> origins = request.headers().getAll("Origin");
    return origins.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", origins));
  }
}
