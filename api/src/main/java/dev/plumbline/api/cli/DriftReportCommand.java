package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a server knows of watched models. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Say where watched models stand, and which verdicts there were of one.",
    footer = {
      "",
      "Exit codes: 1 a model has changed, 5 a model could not be measured, otherwise 0.",
      "Without TARGET one row for each target and kind of evidence; with it its verdicts."
    })
final class DriftReportCommand implements Callable<Integer> {

  private static final String NOTHING = "none yet";

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..1",
      description = "Name or id of a target; all without it.")
  private Optional<String> target = Optional.empty();

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    List<JsonNode> targets =
        target
            .map(name -> List.of(DriftTargets.one(connection, name)))
            .orElseGet(() -> DriftTargets.all(connection));
    List<String> states = new ArrayList<>();
    Table standings = Table.of("target", "model", "evidence", "state", "since", "reason");
    for (JsonNode each : targets) {
      addStandings(connection, each, standings, states);
    }
    format.output().table(target.isPresent() ? verdicts(connection, targets.get(0)) : standings);
    if (states.contains("confirmed")) {
      return ExitCode.CHECK_FAILED.code();
    }
    return states.contains("not_measurable") ? ExitCode.PARTIAL.code() : ExitCode.OK.code();
  }

  private static void addStandings(
      ServerConnection connection, JsonNode target, Table table, List<String> states) {
    String name = target.path("name").asText();
    String model = target.path("arms").path(0).path("model").asText();
    JsonNode standings = connection.get(DriftTargets.path(target) + "/standing");
    if (standings.isEmpty()) {
      table.row(name, model, NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
    }
    for (JsonNode each : standings) {
      states.add(each.path("state").asText());
      table.row(
          name,
          model,
          each.path("watch").asText(),
          each.path("state").asText(),
          each.path("since").asText(),
          each.path("reason").asText());
    }
  }

  private static Table verdicts(ServerConnection connection, JsonNode target) {
    Table table =
        Table.of(
            "verdict",
            "evidence",
            "at",
            "state",
            "page",
            "onset",
            "change_per_month",
            "attribution",
            "reason");
    for (JsonNode each : connection.get(DriftTargets.path(target) + "/verdicts")) {
      table.row(
          each.path("id").asText(),
          each.path("watch").asText(),
          each.path("at").asText(),
          each.path("state").asText(),
          each.path("page").asBoolean(),
          RemoteRows.text(each.path("onset_at")),
          month(each.path("money_impact")),
          each.path("attribution").asText(),
          each.path("reason").asText());
    }
    return table;
  }

  /** With its currency; empty when it is not known. */
  private static Optional<String> month(JsonNode impact) {
    return RemoteRows.text(impact.path("change_per_month"))
        .map(change -> impact.path("currency").asText() + " " + change);
  }
}
