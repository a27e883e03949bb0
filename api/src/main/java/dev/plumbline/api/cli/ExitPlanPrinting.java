package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints a plan in the form in which a server publishes it, wherever it was worked out. */
final class ExitPlanPrinting {

  private final Format format;
  private final Output output;

  ExitPlanPrinting(FormatOption option) {
    this.format = option.format();
    this.output = option.output();
  }

  ExitCode print(JsonNode plan) {
    if (format == Format.JSON) {
      output.record(map(plan));
      return ExitCode.OK;
    }
    if (format != Format.CSV) {
      head(plan);
    }
    output.table(candidates(plan));
    if (format != Format.CSV) {
      output.sentence("");
      output.table(checks(plan));
      output.sentence("");
      output.table(steps(plan));
    }
    return ExitCode.OK;
  }

  private void head(JsonNode plan) {
    output.sentence(
        "%s at %s: %s"
            .formatted(
                plan.path("model").asText(),
                plan.path("provider").asText(),
                plan.path("status").asText().replace('_', ' ')));
    clock("Calls", plan.path("inference"));
    clock("Training", plan.path("training"));
    JsonNode schedule = plan.path("schedule");
    output.sentence(
        "A plan of %s days begins by %s: %s"
            .formatted(
                schedule.path("duration_days").asText(),
                text(schedule.path("latest_start")),
                schedule.path("latest_start_reason").asText()));
    JsonNode value = plan.path("value");
    output.sentence("Spend a month: " + money(value.path("monthly_spend")));
    output.sentence("Training spend left: " + money(value.path("remaining_training_value")));
    plan.path("blocked_by").forEach(reason -> output.sentence("Missing: " + reason.asText()));
    output.sentence("");
  }

  private void clock(String name, JsonNode clock) {
    if (clock.path("end").isMissingNode()) {
      output.sentence("%s: unknown, %s".formatted(name, clock.path("reason").asText()));
      return;
    }
    output.sentence(
        "%s end on %s: %s days left, last safe day %s (%s)"
            .formatted(
                name,
                clock.path("end").asText(),
                clock.path("days_left").asText(),
                clock.path("last_safe_day").asText(),
                clock.path("source").asText()));
  }

  private static String money(JsonNode money) {
    return RemoteRows.text(money.path("amount"))
        .map(
            amount ->
                "%s %s (%s)"
                    .formatted(
                        money.path("currency").asText(), amount, money.path("basis").asText()))
        .orElseGet(() -> "unknown, " + money.path("basis").asText());
  }

  private static String text(JsonNode value) {
    return RemoteRows.text(value).orElse("unknown");
  }

  private static Table candidates(JsonNode plan) {
    Table table =
        Table.of(
            "place",
            "way",
            "model",
            "monthly_delta",
            "retraining",
            "effort",
            "over_horizon",
            "break_even",
            "surcharges",
            "quality",
            "reasons");
    plan.path("candidates")
        .forEach(
            each ->
                table.row(
                    each.path("place").asText(),
                    each.path("route").asText(),
                    RemoteRows.text(each.path("model"))
                        .map(name -> each.path("provider").asText() + "/" + name),
                    amount(each.path("monthly_delta")),
                    amount(each.path("retraining")),
                    amount(each.path("effort")),
                    amount(each.path("over_horizon")),
                    breakEven(each.path("break_even")),
                    surcharges(each.path("surcharges")),
                    each.path("quality").path("verdict").asText().replace('_', ' '),
                    String.join("; ", RemoteRows.texts(each.path("reasons")))));
    return table;
  }

  /** A day, or never or unknown with the reason. */
  private static String breakEven(JsonNode payback) {
    return RemoteRows.text(payback.path("date"))
        .map(day -> "%s (%s months)".formatted(day, payback.path("months").asText()))
        .orElseGet(
            () ->
                "%s: %s"
                    .formatted(payback.path("status").asText(), payback.path("reason").asText()));
  }

  private static String surcharges(JsonNode surcharges) {
    List<String> words = new ArrayList<>();
    surcharges.forEach(
        each ->
            words.add(
                "%s %s"
                    .formatted(
                        each.path("kind").asText().replace('_', ' '),
                        amount(each.path("money")).orElse("unknown"))));
    return String.join("; ", words);
  }

  /** What nobody knows is an empty cell. */
  private static Optional<String> amount(JsonNode money) {
    return RemoteRows.text(money.path("amount"));
  }

  private static Table checks(JsonNode plan) {
    Table table = Table.of("place", "check", "verdict", "evidence");
    plan.path("candidates")
        .forEach(
            each ->
                each.path("checks")
                    .forEach(
                        check ->
                            table.row(
                                each.path("place").asText(),
                                check.path("words").asText(),
                                check.path("verdict").asText(),
                                check.path("evidence").asText())));
    return table;
  }

  private static Table steps(JsonNode plan) {
    Table table = Table.of("step", "due", "owner", "state");
    plan.path("steps")
        .forEach(
            step ->
                table.row(
                    step.path("title").asText(),
                    step.path("due").asText(),
                    RemoteRows.text(step.path("owner")),
                    step.path("state").asText()));
    return table;
  }

  private static Map<String, Object> map(JsonNode object) {
    Map<String, Object> parts = new LinkedHashMap<>();
    object.fields().forEachRemaining(field -> parts.put(field.getKey(), value(field.getValue())));
    return parts;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      List<Object> all = new ArrayList<>();
      node.forEach(each -> all.add(value(each)));
      return all;
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return RemoteRows.text(node);
  }
}
