package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The applications of a server's registry. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the applications that call models, archived ones included.")
final class ConsumersListCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    format
        .output()
        .table(
            RemoteRows.table(
                server.connection(),
                "/api/v1/consumers",
                "consumers",
                "application",
                "environment",
                "criticality",
                "owner",
                "contact",
                "archived_at",
                "id"));
    return ExitCode.OK.code();
  }
}
