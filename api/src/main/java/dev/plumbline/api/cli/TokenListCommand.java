package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The tokens of an organisation. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List tokens, newest first, expired and revoked ones included.")
final class TokenListCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    format
        .output()
        .table(
            RemoteRows.table(
                server.connection(),
                "/api/v1/tokens",
                "tokens",
                "id",
                "name",
                "scopes",
                "status",
                "expires_at",
                "last_used_at",
                "project_id",
                "created_by",
                "created_at",
                "revoked_at"));
    return ExitCode.OK.code();
  }
}
