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
    format
        .output()
        .table(
            RemoteRows.table(
                server.connection(),
                "/api/v1/rollbacks",
                "rollbacks",
                "kind",
                "place",
                "model",
                "previous_model",
                "possible",
                "servable_until",
                "verified_at",
                "reason"));
    return ExitCode.OK.code();
  }
}
