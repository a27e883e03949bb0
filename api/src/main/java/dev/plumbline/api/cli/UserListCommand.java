package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
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
    Table table = Table.of("email", "name", "role", "created_at", "disabled_at", "id");
    RemoteRows.all(server.connection(), "/api/v1/members", "members")
        .forEach(member -> add(table, member));
    format.output().table(table);
    return ExitCode.OK.code();
  }

  private static void add(Table table, JsonNode member) {
    table.row(
        member.path("email").asText(),
        member.path("name").asText(),
        member.path("role").asText(),
        member.path("created_at").asText(),
        RemoteRows.text(member.path("disabled_at")),
        member.path("id").asText());
  }
}
