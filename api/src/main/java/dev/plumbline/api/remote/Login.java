package dev.plumbline.api.remote;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A server and a token to it. */
public record Login(ServerAddress server, String token) {

  private static final Pattern TOKEN = Pattern.compile("plb_[0-9A-Za-z_]{20,200}");

  public Login {
    requireNonNull(server, "server");
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException("not a token: it begins with plb_live_");
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "a token to " + server;
  }
}
