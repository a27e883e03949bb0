package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who is excused from which rule, until when. */
@Command(
    name = "waivers",
    mixinStandardHelpOptions = true,
    description = "List waivers with the days that they still hold; no days for what is over.")
final class PinsWaiversCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  PinsWaiversCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Table table =
        Table.of(
            "rule",
            "environment",
            "provider",
            "model",
            "consumer",
            "owner",
            "reason",
            "expires_at",
            "days_left",
            "revoked_at",
            "id");
    RemoteRows.all(server.connection(), "/api/v1/pin-waivers", "waivers")
        .forEach(waiver -> add(table, waiver));
    format.output().table(table);
    return ExitCode.OK.code();
  }

  private void add(Table table, JsonNode waiver) {
    table.row(
        waiver.path("rule").asText(),
        waiver.path("environment").asText(),
        RemoteRows.text(waiver.path("provider")),
        RemoteRows.text(waiver.path("model")),
        RemoteRows.text(waiver.path("consumer")),
        waiver.path("owner").asText(),
        waiver.path("reason").asText(),
        waiver.path("expires_at").asText(),
        daysLeft(waiver),
        RemoteRows.text(waiver.path("revoked_at")),
        waiver.path("id").asText());
  }

  private Optional<Long> daysLeft(JsonNode waiver) {
    Instant end = Instant.parse(waiver.path("expires_at").asText());
    return waiver.has("revoked_at") || !end.isAfter(surroundings.now())
        ? Optional.empty()
        : Optional.of(ChronoUnit.DAYS.between(surroundings.now(), end));
  }
}
