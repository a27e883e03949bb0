package dev.plumbline.api.cli;

import dev.plumbline.api.remote.Login;
import dev.plumbline.api.remote.RemoteFailureException;
import dev.plumbline.api.remote.ServerAddress;
import dev.plumbline.api.remote.ServerConnection;
import dev.plumbline.api.remote.StoredLogins;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server a command talks to, and with which token. A mixin of every such command. */
public final class ServerOption {

  private static final String SERVER = "PLUMBLINE_SERVER";
  private static final String TOKEN = "PLUMBLINE_TOKEN";

  private final Surroundings surroundings;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = {
        "The server, for example https://plumbline.example (default: PLUMBLINE_SERVER,",
        "else the one of the last `plumbline login`)."
      })
  private Optional<String> server = Optional.empty();

  public ServerOption(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The server with PLUMBLINE_TOKEN, else with the token that was stored for it.
   *
   * @throws RemoteFailureException when there is no token for it
   */
  public ServerConnection connection() {
    return new ServerConnection(login());
  }

  /** The server with that address, as if it were given as the option. */
  static ServerConnection connection(Surroundings surroundings, String url) {
    ServerOption option = new ServerOption(surroundings);
    option.server = Optional.of(url);
    return option.connection();
  }

  /** The server that was named here or in the environment. */
  Optional<ServerAddress> named() {
    return server
        .map(text -> address("--server", text))
        .or(() -> surroundings.variable(SERVER).map(text -> address(SERVER, text)));
  }

  StoredLogins logins() {
    return new StoredLogins(
        surroundings
            .variable("XDG_CONFIG_HOME")
            .map(Path::of)
            .filter(Path::isAbsolute) // as its specification says
            .orElseGet(() -> home().resolve(".config"))
            .resolve("plumbline"));
  }

  private Login login() {
    Optional<String> token = surroundings.variable(TOKEN);
    if (token.isPresent()) {
      ServerAddress given =
          named()
              .orElseThrow(
                  () ->
                      RemoteFailureException.ofServer(
                          "PLUMBLINE_TOKEN is set and no server: set PLUMBLINE_SERVER too"));
      return InputInvalidException.reading(TOKEN, () -> new Login(given, token.get().strip()));
    }
    StoredLogins logins = logins();
    ServerAddress asked =
        named()
            .or(logins::current)
            .orElseThrow(
                () ->
                    RemoteFailureException.ofServer(
                        "not logged in to a server: run `plumbline login --server URL`"));
    return logins
        .find(asked)
        .orElseThrow(
            () ->
                RemoteFailureException.ofServer(
                    "no token for %s: run `plumbline login --server %s`".formatted(asked, asked)));
  }

  private static ServerAddress address(String name, String text) {
    return InputInvalidException.reading(name, () -> ServerAddress.of(text));
  }

  private Path home() {
    return surroundings
        .variable("HOME")
        .or(() -> surroundings.variable("USERPROFILE"))
        .map(Path::of)
        .orElseThrow(
            () ->
                RemoteFailureException.ofServer(
                    "there is no home directory for the token: set HOME or XDG_CONFIG_HOME"));
  }
}
