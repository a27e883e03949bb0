package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a token and prints it, this one time. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Make a token. Standard output is the token alone, so it can be piped.",
    footer = {
      "",
      "For example:",
      "  plumbline token create 'nightly import' --scope ingest > token.txt",
      "The token is shown this once. With --format json the answer is one object with token,",
      "id, name, scopes, project_id and expires_at."
    })
final class TokenCreateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Parameters(arity = "1", paramLabel = "NAME", description = "What it is for.")
  private String name;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      required = true,
      split = ",",
      description = "ingest, read, scan, audit or admin; may be repeated.")
  private List<String> scopes;

  @Option(
      names = "--project",
      paramLabel = "ID",
      description = "The only project in which it works.")
  private Optional<String> project = Optional.empty();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long it lives: 1 to 366 days (default: 90).")
  private Optional<Integer> days = Optional.empty();

  TokenCreateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("name", name);
    wish.put("scopes", new ArrayList<>(scopes));
    project.ifPresent(id -> wish.put("project_id", id));
    days.ifPresent(number -> wish.put("expires_in_days", number));
    JsonNode made = server.connection().post("/api/v1/tokens", wish);
    if (format.format() == Format.JSON) {
      format.output().record(parts(made));
    } else {
      surroundings.out().println(made.path("token").asText());
    }
    surroundings.say(
        "made %s '%s' with %s, until %s; it is shown this once"
            .formatted(
                made.path("shown").asText(),
                made.path("name").asText(),
                String.join(", ", RemoteRows.texts(made.path("scopes"))),
                made.path("expires_at").asText()));
    return ExitCode.OK.code();
  }

  private static Map<String, Object> parts(JsonNode made) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("token", made.path("token").asText());
    parts.put("id", made.path("id").asText());
    parts.put("name", made.path("name").asText());
    parts.put("scopes", RemoteRows.texts(made.path("scopes")));
    parts.put("project_id", RemoteRows.text(made.path("project_id")));
    parts.put("expires_at", made.path("expires_at").asText());
    return parts;
  }
}
