package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.Login;
import dev.plumbline.api.remote.RemoteFailureException;
import dev.plumbline.api.remote.ServerAddress;
import dev.plumbline.api.remote.ServerConnection;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps a token for a server, after the server has accepted it. */
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Keep a token for a server, so that later commands can talk to it.",
    footer = {
      "",
      "The token is asked for without being shown, or read from standard input or a file; it",
      "is never an argument, which other users of the machine could see. Make one on the page",
      "Settings or with `plumbline token create`. It is kept in",
      "~/.config/plumbline/credentials.json, readable by you alone.",
      "Without a login, PLUMBLINE_SERVER and PLUMBLINE_TOKEN are used, as pipelines do."
    })
final class LoginCommand implements Callable<Integer> {

  private static final int MOST_BYTES = 10_000;
  private static final String USUAL_SERVER = "http://127.0.0.1:8080";

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Read the token from this file; - is standard input.")
  private Optional<String> tokenFile = Optional.empty();

  LoginCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ServerAddress address = server.named().orElseGet(() -> ServerAddress.of(USUAL_SERVER));
    String token = token(address);
    Login login = InputInvalidException.reading("token", () -> new Login(address, token));
    JsonNode me = new ServerConnection(login).get("/api/v1/me");
    if (!me.path("actor").path("name").isTextual()) {
      throw RemoteFailureException.ofServer(
          address + " does not answer as Plumbline does; check the address");
    }
    server.logins().keep(login);
    surroundings.say(
        "logged in to %s as %s of %s; the token is in %s"
            .formatted(
                address,
                me.path("actor").path("name").asText(),
                me.path("organisation").path("name").asText(),
                server.logins().file()));
    return ExitCode.OK.code();
  }

  private String token(ServerAddress address) throws IOException {
    Console console = System.console();
    if (tokenFile.isEmpty() && console != null) {
      char[] typed = console.readPassword("Token to %s: ", address);
      return typed == null ? "" : new String(typed).strip();
    }
    String file = tokenFile.orElse("-");
    try (InputStream in = new LimitedBytes(surroundings.open(file), MOST_BYTES, file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
