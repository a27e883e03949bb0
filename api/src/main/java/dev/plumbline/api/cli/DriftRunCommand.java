package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a server ask a watched model beside its schedule. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Ask a watched model now, within its budget of the month.",
    footer = {"", "The server carries it out within a minute: see drift report."})
final class DriftRunCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Parameters(paramLabel = "TARGET", description = "Name or id of the target.")
  private String target;

  @Option(
      names = "--work",
      defaultValue = "tripwire",
      description = "tripwire, tasks or open; tripwire without it.")
  private String work;

  DriftRunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    JsonNode run =
        connection.post(
            DriftTargets.path(DriftTargets.one(connection, target)) + "/runs",
            Map.of("work", work));
    Table table = Table.of("run", "work", "calls", "at_most", "outcome");
    table.row(
        run.path("id").asText(),
        run.path("work").asText(),
        run.path("calls").asLong(),
        run.path("at_most").asText(),
        RemoteRows.text(run.path("outcome")));
    format.output().table(table);
    RemoteRows.text(run.path("detail")).ifPresent(surroundings::say);
    return RemoteRows.text(run.path("outcome")).isEmpty()
        ? ExitCode.OK.code()
        : ExitCode.PARTIAL.code();
  }
}
