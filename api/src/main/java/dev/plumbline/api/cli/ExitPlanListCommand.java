package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The exit plans of an organisation. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the exit plans on a server, the most urgent first.")
final class ExitPlanListCommand implements Callable<Integer> {

  @Mixin private ServerOption server;
  @Mixin private FormatOption format;

  @Option(names = "--closed", description = "Those that are over instead.")
  private boolean closed;

  @Override
  public Integer call() {
    Table table =
        Table.of(
            "id",
            "model",
            "provider",
            "owner",
            "status",
            "days_left",
            "inference_end",
            "latest_start",
            "monthly_spend",
            "golden_set",
            "blocked_by");
    server
        .connection()
        .get("/api/v1/exit-plans?closed=" + closed)
        .path("exit_plans")
        .forEach(plan -> add(table, plan));
    format.output().table(table);
    return ExitCode.OK.code();
  }

  private static void add(Table table, JsonNode plan) {
    table.row(
        plan.path("id").asText(),
        plan.path("model").asText(),
        plan.path("provider").asText(),
        RemoteRows.text(plan.path("owner")),
        plan.path("status").asText(),
        RemoteRows.text(plan.path("inference").path("days_left")),
        RemoteRows.text(plan.path("inference").path("end")),
        RemoteRows.text(plan.path("schedule").path("latest_start")),
        RemoteRows.text(plan.path("value").path("monthly_spend").path("amount")),
        plan.path("golden_set").path("status").asText(),
        String.join("; ", RemoteRows.texts(plan.path("blocked_by"))));
  }
}
