package dev.plumbline.api.access;

import static java.util.Objects.requireNonNull;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for whom a token stands. */
final class BearerRequest extends BaseAuthenticationRequest {

  private final String token;

  BearerRequest(String token) {
    this.token = requireNonNull(token, "token");
  }

  String token() {
    return token;
  }
}
