package dev.plumbline.api.cli;

import dev.plumbline.api.remote.ServerConnection;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which application of a server's registry is meant. A mixin. */
final class ApplicationOption {

  @Parameters(
      index = "0",
      arity = "1",
      paramLabel = "APPLICATION",
      description = "As it is registered, or its id.")
  private String application;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Where it runs in several: production, staging or development.")
  private Optional<String> environment = Optional.empty();

  String idAt(ServerConnection connection) {
    return Applications.idOf(connection, application, environment);
  }
}
