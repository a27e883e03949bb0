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
    format
        .output()
        .table(
            RemoteRows.table(
                server.connection(),
                "/api/v1/deployments",
                "deployments",
                "provider",
                "account",
                "name",
                "model",
                "previous_model",
                "region",
                "type",
                "environment",
                "removed_at",
                "id"));
    return ExitCode.OK.code();
  }
}
