package dev.plumbline.api.providers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of OpenAPI that the excerpt uses: enough to say what a request or answer breaks. */
final class Description {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;

  Description() {
    try (InputStream file = Description.class.getResourceAsStream("openai-excerpt.json")) {
      root = JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operation at a path of real ids, by the template that fits. */
  Optional<JsonNode> operation(String method, String path) {
    for (Map.Entry<String, JsonNode> each : root.path("paths").properties()) {
      if (path.matches(each.getKey().replaceAll("\\{[a-z]+\\}", "[^/]+"))) {
        return Optional.of(each.getValue().path(method.toLowerCase(Locale.ROOT)))
            .filter(found -> !found.isMissingNode());
      }
    }
    return Optional.empty();
  }

  List<String> objectionsToQuery(JsonNode operation, Map<String, String> query) {
    List<String> objections = new ArrayList<>();
    query.forEach(
        (name, value) -> {
          Optional<JsonNode> parameter = Optional.empty();
          for (JsonNode each : operation.path("parameters")) {
            parameter = each.path("name").asText().equals(name) ? Optional.of(each) : parameter;
          }
          if (parameter.isEmpty()) {
            objections.add("unknown parameter " + name);
          } else {
            JsonNode schema = parameter.get().path("schema");
            JsonNode typed =
                schema.path("type").asText().equals("integer")
                    ? JSON.getNodeFactory().numberNode(Long.parseLong(value))
                    : JSON.getNodeFactory().textNode(value);
            check(name, schema, typed, objections);
          }
        });
    return objections;
  }

  List<String> objectionsToBody(JsonNode operation, JsonNode body) {
    List<String> objections = new ArrayList<>();
    check("body", operation.path("requestBody"), body, objections);
    return objections;
  }

  List<String> objectionsToAnswer(JsonNode operation, int status, JsonNode answer) {
    List<String> objections = new ArrayList<>();
    JsonNode schema =
        status == 200
            ? operation.path("responses").path("200")
            : root.at("/components/schemas/Refusal");
    check("answer", schema, answer, objections);
    return objections;
  }

  private void check(String at, JsonNode given, JsonNode value, List<String> objections) {
    JsonNode schema = given.has("$ref") ? root.at(given.path("$ref").asText().substring(1)) : given;
    if (schema.isMissingNode()) {
      objections.add(at + ": not described");
      return;
    }
    if (!isOfType(schema.path("type"), value)) {
      objections.add("%s: %s is not %s".formatted(at, value, schema.path("type")));
      return;
    }
    if (schema.has("enum") && !value.isNull() && !contains(schema.path("enum"), value)) {
      objections.add("%s: %s is not one of %s".formatted(at, value, schema.path("enum")));
    }
    if (schema.has("pattern")
        && value.isTextual()
        && !value.asText().matches(schema.path("pattern").asText())) {
      objections.add("%s: %s is not of the form".formatted(at, value));
    }
    if (value.isNumber()
        && (value.asDouble() < schema.path("minimum").asDouble(value.asDouble())
            || value.asDouble() > schema.path("maximum").asDouble(value.asDouble()))) {
      objections.add("%s: %s is out of range".formatted(at, value));
    }
    checkInside(at, schema, value, objections);
  }

  private void checkInside(String at, JsonNode schema, JsonNode value, List<String> objections) {
    if (value.isArray()) {
      for (int index = 0; index < value.size(); index++) {
        check(at + "[" + index + "]", schema.path("items"), value.get(index), objections);
      }
    }
    if (value.isObject()) {
      for (JsonNode required : schema.path("required")) {
        if (!value.has(required.asText())) {
          objections.add(at + ": without " + required.asText());
        }
      }
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        JsonNode property = schema.path("properties").path(each.getKey());
        if (!property.isMissingNode()) {
          check(at + "." + each.getKey(), property, each.getValue(), objections);
        } else if (!schema.path("additionalProperties").asBoolean(true)) {
          objections.add(at + ": unknown property " + each.getKey());
        }
      }
    }
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isMissingNode()) {
      return true;
    }
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (isOfType(each, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException(type.asText());
    };
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode each : values) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
