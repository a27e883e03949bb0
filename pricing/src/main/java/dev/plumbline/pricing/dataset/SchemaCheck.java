package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonBoolean;
import dev.plumbline.pricing.json.JsonValue.JsonNull;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a value fits a JSON schema, as far as tool schemas go: type, required, enum, properties,
 * items and additionalProperties. Other keywords are not judged, so nothing valid is refused.
 */
final class SchemaCheck {

  private SchemaCheck() {}

  /** The first thing that does not fit, in words. */
  static Optional<String> problem(JsonValue value, JsonObject schema) {
    return problem(value, schema, "");
  }

  private static Optional<String> problem(JsonValue value, JsonObject schema, String path) {
    Optional<String> wrong =
        wrongType(value, schema, path).or(() -> notInEnum(value, schema, path));
    if (wrong.isPresent()) {
      return wrong;
    }
    if (value instanceof JsonObject object) {
      return fields(object, schema, path);
    }
    return value instanceof JsonArray array ? items(array, schema, path) : Optional.empty();
  }

  private static Optional<String> wrongType(JsonValue value, JsonObject schema, String path) {
    JsonValue type = schema.find("type").orElseGet(JsonNull::new);
    boolean fits =
        type instanceof JsonArray several
            ? several.items().stream().anyMatch(one -> hasType(value, one))
            : hasType(value, type);
    return fits ? Optional.empty() : Optional.of(named(path) + " is " + value.kind());
  }

  private static boolean hasType(JsonValue value, JsonValue type) {
    if (!(type instanceof JsonText name)) {
      return true;
    }
    return switch (name.text()) {
      case "object" -> value instanceof JsonObject;
      case "array" -> value instanceof JsonArray;
      case "string" -> value instanceof JsonText;
      case "number" -> value instanceof JsonNumber;
      case "integer" -> value instanceof JsonNumber number && isInteger(number);
      case "boolean" -> value instanceof JsonBoolean;
      case "null" -> value instanceof JsonNull;
      default -> true;
    };
  }

  /** JSON schema calls 1.0 an integer. */
  private static boolean isInteger(JsonNumber number) {
    return number.isWhole() || number.digits().matches("-?\\d+\\.0+");
  }

  private static Optional<String> notInEnum(JsonValue value, JsonObject schema, String path) {
    return schema
        .findArray("enum")
        .filter(allowed -> !allowed.items().contains(value))
        .map(allowed -> named(path) + " is none of the allowed values");
  }

  private static Optional<String> fields(JsonObject value, JsonObject schema, String path) {
    Map<String, JsonValue> properties =
        schema.findObject("properties").map(JsonObject::fields).orElse(Map.of());
    for (JsonValue name : schema.findArray("required").map(JsonArray::items).orElse(List.of())) {
      if (name instanceof JsonText text && value.find(text.text()).isEmpty()) {
        return Optional.of(named(join(path, text.text())) + " is missing");
      }
    }
    for (Map.Entry<String, JsonValue> field : value.fields().entrySet()) {
      Optional<String> wrong = field(field, properties, schema, path);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> field(
      Map.Entry<String, JsonValue> field,
      Map<String, JsonValue> properties,
      JsonObject schema,
      String path) {
    String at = join(path, field.getKey());
    if (properties.get(field.getKey()) instanceof JsonObject inner) {
      return problem(field.getValue(), inner, at);
    }
    boolean closed =
        schema.find("additionalProperties").filter(new JsonBoolean(false)::equals).isPresent();
    boolean unknown = closed && !properties.containsKey(field.getKey());
    return unknown ? Optional.of(named(at) + " is not part of the schema") : Optional.empty();
  }

  private static Optional<String> items(JsonArray value, JsonObject schema, String path) {
    Optional<JsonObject> inner = schema.findObject("items");
    for (int i = 0; inner.isPresent() && i < value.items().size(); i++) {
      Optional<String> wrong = problem(value.items().get(i), inner.get(), path + "[" + i + "]");
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String named(String path) {
    String shown = path.length() <= 80 ? path : path.substring(0, 80) + "…";
    return shown.isEmpty() ? "the whole value" : "'" + shown + "'";
  }
}
