package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says as whom commands talk to the server. */
@Command(
    name = "whoami",
    mixinStandardHelpOptions = true,
    description = "Say as whom commands talk to the server, and what they may.",
    footer = {
      "",
      "Answers server, organisation, kind (token or member), id, name, role, scopes, project,",
      "expires_at and permissions, or exit code 4 when the server does not know the token."
    })
final class WhoamiCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    JsonNode me = connection.get("/api/v1/me");
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("server", connection.server().origin());
    parts.put("organisation", me.path("organisation").path("name").asText());
    parts.put("kind", me.path("actor").path("kind").asText());
    parts.put("id", me.path("actor").path("id").asText());
    parts.put("name", me.path("actor").path("name").asText());
    parts.put("role", RemoteRows.text(me.path("role")));
    JsonNode token = me.path("token");
    parts.put("scopes", RemoteRows.texts(token.path("scopes")));
    parts.put("project", RemoteRows.text(token.path("project_id")));
    parts.put("expires_at", RemoteRows.text(token.path("expires_at")));
    parts.put("permissions", permissions(me));
    format.output().record(parts);
    return ExitCode.OK.code();
  }

  /** Those of the one project of a token stand with the others: project says where they hold. */
  private static List<String> permissions(JsonNode me) {
    List<String> all = new ArrayList<>(RemoteRows.texts(me.path("permissions")));
    me.path("project_permissions").forEach(each -> all.addAll(RemoteRows.texts(each)));
    return all.stream().distinct().sorted().toList();
  }
}
