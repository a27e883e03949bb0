package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The deployments of a server's registry. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List deployments with the model before, removed ones included.")
final class DeploymentsListCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    Table table =
        Table.of(
            "provider",
            "account",
            "name",
            "model",
            "previous_model",
            "region",
            "type",
            "environment",
            "removed_at",
            "id");
    RemoteRows.all(server.connection(), "/api/v1/deployments", "deployments")
        .forEach(
            each ->
                table.row(
                    each.path("provider").asText(),
                    each.path("account").asText(),
                    each.path("name").asText(),
                    each.path("model").asText(),
                    RemoteRows.text(each.path("previous_model")),
                    RemoteRows.text(each.path("region")),
                    RemoteRows.text(each.path("type")),
                    RemoteRows.text(each.path("environment")),
                    RemoteRows.text(each.path("removed_at")),
                    each.path("id").asText()));
    format.output().table(table);
    return ExitCode.OK.code();
  }
}
