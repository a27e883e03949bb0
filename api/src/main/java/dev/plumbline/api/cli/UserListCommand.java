package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The people of an organisation. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List people by email, disabled ones included.")
final class UserListCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    format
        .output()
        .table(
            RemoteRows.table(
                server.connection(),
                "/api/v1/members",
                "members",
                "email",
                "name",
                "role",
                "created_at",
                "disabled_at",
                "id"));
    return ExitCode.OK.code();
  }
}
