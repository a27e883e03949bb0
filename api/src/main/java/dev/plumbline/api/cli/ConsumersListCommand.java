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
    Table table =
        Table.of(
            "application", "environment", "criticality", "owner", "contact", "archived_at", "id");
    RemoteRows.all(server.connection(), "/api/v1/consumers", "consumers")
        .forEach(
            each ->
                table.row(
                    each.path("application").asText(),
                    each.path("environment").asText(),
                    each.path("criticality").asText(),
                    each.path("owner").asText(),
                    each.path("contact").asText(),
                    RemoteRows.text(each.path("archived_at")),
                    each.path("id").asText()));
    format.output().table(table);
    return ExitCode.OK.code();
  }
}
