package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether one can go back, in every deployment and application. */
@Command(
    name = "rollbacks",
    mixinStandardHelpOptions = true,
    description =
        "List deployments and applications with the model before, and why one cannot go back.")
final class DeploymentsRollbacksCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    Table table =
        Table.of(
            "kind",
            "place",
            "model",
            "previous_model",
            "possible",
            "servable_until",
            "verified_at",
            "reason");
    RemoteRows.all(server.connection(), "/api/v1/rollbacks", "rollbacks")
        .forEach(
            each ->
                table.row(
                    each.path("kind").asText(),
                    each.path("place").asText(),
                    each.path("model").asText(),
                    RemoteRows.text(each.path("previous_model")),
                    each.path("possible").asBoolean(),
                    RemoteRows.text(each.path("servable_until")),
                    RemoteRows.text(each.path("verified_at")),
                    each.path("reason").asText()));
    format.output().table(table);
    return ExitCode.OK.code();
  }
}
