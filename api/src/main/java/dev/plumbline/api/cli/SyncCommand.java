package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has a server ask the accounts at providers what there is. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Read models, jobs and deployments from the accounts at providers.",
    footer = {
      "",
      "Answers one row for each change, and one without a change for an account where there",
      "is none. Exit code 5 when an account could not be read, or not completely."
    })
final class SyncCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Option(names = "--dry-run", description = "Show what would change, and keep nothing.")
  private boolean dryRun;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "One account, by its name or its id; all that are not disabled without it.")
  private Optional<String> account = Optional.empty();

  SyncCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    Map<String, String> names = names(connection);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dry_run", dryRun);
    account.ifPresent(given -> body.put("account", id(names, given)));
    Table table = Table.of("account", "outcome", "models", "subject", "change");
    boolean whole = true;
    for (JsonNode run : connection.post("/api/v1/syncs", body)) {
      whole &= run.path("outcome").asText().equals("complete");
      add(table, names, run);
    }
    format.output().table(table);
    return (whole ? ExitCode.OK : ExitCode.PARTIAL).code();
  }

  private void add(Table table, Map<String, String> names, JsonNode run) {
    String id = run.path("account").asText();
    String name = names.getOrDefault(id, id);
    String outcome = run.path("outcome").asText();
    RemoteRows.text(run.path("detail"))
        .ifPresent(detail -> surroundings.say("%s: %s, %s".formatted(name, outcome, detail)));
    long models = run.path("models").asLong();
    if (run.path("changes").isEmpty()) {
      table.row(name, outcome, models, Optional.empty(), Optional.empty());
    }
    for (JsonNode change : run.path("changes")) {
      table.row(
          name, outcome, models, change.path("subject").asText(), change.path("words").asText());
    }
    long more = run.path("changed").asLong() - run.path("changes").size();
    if (more > 0) {
      surroundings.say("%s: and %,d more changes".formatted(name, more));
    }
  }

  private static Map<String, String> names(ServerConnection connection) {
    Map<String, String> names = new TreeMap<>();
    for (JsonNode each : connection.get("/api/v1/provider-accounts")) {
      names.put(each.path("id").asText(), each.path("name").asText());
    }
    return names;
  }

  private static String id(Map<String, String> names, String given) {
    return names.entrySet().stream()
        .filter(each -> each.getKey().equals(given) || each.getValue().equals(given))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElseThrow(
            () -> new InputInvalidException("--account: there is no account of that name"));
  }
}
