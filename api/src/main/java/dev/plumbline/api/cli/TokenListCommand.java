package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
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
    Table table =
        Table.of(
            "id",
            "name",
            "scopes",
            "status",
            "expires_at",
            "last_used_at",
            "project_id",
            "created_by",
            "created_at",
            "revoked_at");
    RemoteRows.all(server.connection(), "/api/v1/tokens", "tokens")
        .forEach(token -> add(table, token));
    format.output().table(table);
    return ExitCode.OK.code();
  }

  private static void add(Table table, JsonNode token) {
    table.row(
        token.path("id").asText(),
        token.path("name").asText(),
        RemoteRows.texts(token.path("scopes")),
        token.path("status").asText(),
        token.path("expires_at").asText(),
        RemoteRows.text(token.path("last_used_at")),
        RemoteRows.text(token.path("project_id")),
        token.path("created_by").asText(),
        token.path("created_at").asText(),
        RemoteRows.text(token.path("revoked_at")));
  }
}
