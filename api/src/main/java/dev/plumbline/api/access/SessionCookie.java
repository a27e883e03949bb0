package dev.plumbline.api.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that carries a session. Its prefix makes browsers refuse it from other hosts, without
 * Secure, and with a path or a domain.
 */
final class SessionCookie {

  static final String NAME = "__Host-plumbline-session";

  private SessionCookie() {}

  /** Empty when there is none, or more than one: then nobody knows which is meant. */
  static Optional<SessionId> read(HttpServerRequest request) {
    List<String> found = values(request);
    return found.size() == 1 ? SessionId.read(found.get(0)) : Optional.empty();
  }

  static boolean isIn(HttpServerRequest request) {
    return !values(request).isEmpty();
  }

  /** From the header itself: the server's own list of cookies keeps one of each name. */
  private static List<String> values(HttpServerRequest request) {
    return request.headers().getAll("Cookie").stream()
        .flatMap(header -> Arrays.stream(header.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(NAME + "="))
        .map(cookie -> cookie.substring(NAME.length() + 1))
        .toList();
  }

  static NewCookie holding(SessionId session) {
    return cookie(session.secret()).build();
  }

  /** Makes the browser forget it. */
  static NewCookie gone() {
    return cookie("").maxAge(0).build();
  }

  private static NewCookie.Builder cookie(String value) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX);
  }
}
