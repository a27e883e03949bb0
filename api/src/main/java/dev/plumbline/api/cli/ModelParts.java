package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model as a server tells it, as named parts and as a row. */
final class ModelParts {

  private ModelParts() {}

  static Table table() {
    return Table.of(
        "id",
        "provider",
        "model",
        "base",
        "owner",
        "environment",
        "state",
        "inference_end",
        "inference_days_left",
        "training_end",
        "training_days_left",
        "consumers");
  }

  static void add(Table table, JsonNode model) {
    table.row(
        model.path("id").asText(),
        model.path("provider").asText(),
        model.path("model").asText(),
        RemoteRows.text(model.path("base")),
        RemoteRows.text(model.path("owner")),
        RemoteRows.text(model.path("environment")),
        model.path("state").path("name").asText(),
        RemoteRows.text(model.path("inference_end").path("day")),
        days(model.path("inference_end")),
        RemoteRows.text(model.path("training_end").path("day")),
        days(model.path("training_end")),
        model.path("consumers").asInt());
  }

  private static Object days(JsonNode end) {
    JsonNode days = end.path("days_left");
    return days.isNumber() ? java.util.Optional.of(days.asLong()) : java.util.Optional.empty();
  }

  /** What every answer about one model has, and of a detail what it has beyond. */
  static Map<String, Object> of(JsonNode model) {
    Map<String, Object> parts = new LinkedHashMap<>();
    model.fieldNames().forEachRemaining(name -> parts.put(name, value(model.path(name))));
    return parts;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return of(node);
    }
    if (node.isArray()) {
      List<Object> values = new ArrayList<>();
      node.forEach(each -> values.add(value(each)));
      return values;
    }
    if (node.isIntegralNumber()) {
      return node.asLong();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return RemoteRows.text(node);
  }
}
