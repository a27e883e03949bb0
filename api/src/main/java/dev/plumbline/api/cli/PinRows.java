package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pins and verdicts as a server tells them. */
final class PinRows {

  private PinRows() {}

  static Table pins(Iterable<JsonNode> entries) {
    Table table =
        Table.of(
            "application",
            "environment",
            "slot",
            "provider",
            "model",
            "resolves_to",
            "since",
            "until",
            "consumer");
    entries.forEach(
        pin ->
            table.row(
                pin.path("application").asText(),
                pin.path("environment").asText(),
                pin.path("slot").asText(),
                pin.path("provider").asText(),
                pin.path("model").asText(),
                RemoteRows.text(pin.path("resolves_to")),
                pin.path("since").asText(),
                RemoteRows.text(pin.path("until")),
                pin.path("consumer").asText()));
    return table;
  }

  /** Every reason, the waived ones with who answers for them. */
  static Table reasons(JsonNode check) {
    Table table = Table.of("rule", "verdict", "reason", "waived_by", "until");
    check
        .path("refusals")
        .forEach(
            each ->
                table.row(
                    each.path("rule").asText(),
                    "refused",
                    each.path("reason").asText(),
                    Optional.empty(),
                    Optional.empty()));
    check
        .path("waived")
        .forEach(
            each ->
                table.row(
                    each.path("rule").asText(),
                    "waived",
                    each.path("reason").asText(),
                    each.path("owner").asText(),
                    each.path("expires_at").asText()));
    return table;
  }

  static Map<String, Object> wish(
      String consumer, String model, Optional<String> slot, Optional<String> provider) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("consumer", consumer);
    wish.put("model", model);
    slot.ifPresent(text -> wish.put("slot", text));
    provider.ifPresent(text -> wish.put("provider", text));
    return wish;
  }
}
