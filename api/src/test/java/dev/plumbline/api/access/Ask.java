package dev.plumbline.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * One request as everybody sends it, but for the proof of who they are.
 *
 * @param type of the body, or empty without one
 */
record Ask(String method, String address, String type, String body) {

  static Ask get(String address) {
    return new Ask("GET", address, "", "");
  }

  static Ask delete(String address) {
    return new Ask("DELETE", address, "", "");
  }

  static Ask json(String method, String address, String body) {
    return new Ask(method, address, "application/json", body);
  }

  /** Pages are asked for as browsers do, so that a visitor is sent to the sign-in page. */
  private String accept() {
    return address.startsWith("/api/") ? "application/json,*/*;q=0.5" : "text/html,*/*;q=0.8";
  }

  HttpRequest by(TestCaller caller, String server) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + address))
            .header("Accept", accept())
            .method(method, BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    caller.headers().forEach(request::setHeader);
    if (address.startsWith("/sign-in")) { // whose forms are sent before there is a session
      request.setHeader("Sec-Fetch-Site", "same-origin");
    }
    return request.build();
  }
}
