package dev.plumbline.api.cli;

import dev.plumbline.api.remote.ServerConnection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One model of a server's registry. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show a registered model: dates, line, callers, deployments, evidence.")
final class ModelsShowCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Parameters(arity = "1", paramLabel = "MODEL", description = "Its name, or its id.")
  private String model;

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    String id = RegisteredModels.idOf(connection, model);
    new NestedPrinting(format).print(connection.get("/api/v1/models/" + id));
    return ExitCode.OK.code();
  }
}
