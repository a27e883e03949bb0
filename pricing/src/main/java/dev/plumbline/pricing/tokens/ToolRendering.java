package dev.plumbline.pricing.tokens;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import dev.plumbline.pricing.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tool definitions as the text that providers count: a TypeScript-like namespace. The rule was
 * recovered from published counts; it drops the descriptions of nested properties.
 *
 * @param text the text to be counted
 * @param exact false when a schema uses shapes whose rendering nobody has confirmed
 */
public record ToolRendering(String text, boolean exact) {

  private static final Set<String> TYPES =
      Set.of("string", "integer", "number", "boolean", "null", "array", "object");

  private static final Set<String> UNSETTLED =
      Set.of("anyOf", "oneOf", "allOf", "$ref", "not", "$defs", "definitions");

  public static ToolRendering of(List<ToolDefinition> tools) {
    Writer writer = new Writer();
    List<String> lines = new ArrayList<>(List.of("namespace functions {", ""));
    tools.forEach(tool -> writer.renderFunction(tool, lines));
    lines.add("} // namespace functions");
    return new ToolRendering(String.join("\n", lines), writer.exact);
  }

  private static final class Writer {

    private boolean exact = true;

    void renderFunction(ToolDefinition tool, List<String> lines) {
      if (!tool.description().isEmpty()) {
        lines.add("// " + tool.description());
      }
      Optional<JsonObject> parameters = tool.parameters().filter(Writer::hasProperties);
      if (parameters.isEmpty()) {
        lines.add("type " + tool.name() + " = () => any;");
      } else {
        lines.add("type " + tool.name() + " = (_: {");
        lines.add(fields(parameters.get(), 0));
        lines.add("}) => any;");
      }
      lines.add("");
    }

    private static boolean hasProperties(JsonObject schema) {
      return schema.findObject("properties").filter(p -> !p.fields().isEmpty()).isPresent();
    }

    private String fields(JsonObject object, int depth) {
      noteUnsettled(object);
      Set<String> required = requiredOf(object);
      List<String> lines = new ArrayList<>();
      for (Map.Entry<String, JsonValue> field : propertiesOf(object).entrySet()) {
        String mark = required.contains(field.getKey()) ? "" : "?";
        Optional<String> description = topDescription(field.getValue(), depth);
        description.ifPresent(text -> lines.add("  ".repeat(depth) + "// " + text));
        lines.add(
            "  ".repeat(depth)
                + field.getKey()
                + mark
                + ": "
                + type(field.getValue(), depth)
                + ",");
      }
      return String.join("\n", lines);
    }

    private static Map<String, JsonValue> propertiesOf(JsonObject object) {
      return object.findObject("properties").map(JsonObject::fields).orElse(Map.of());
    }

    private static Set<String> requiredOf(JsonObject object) {
      return object.findArray("required").map(JsonArray::items).orElse(List.of()).stream()
          .filter(JsonText.class::isInstance)
          .map(item -> ((JsonText) item).text())
          .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> topDescription(JsonValue schema, int depth) {
      return depth == 0 && schema instanceof JsonObject object
          ? object.findText("description").filter(text -> !text.isEmpty())
          : Optional.empty();
    }

    private String type(JsonValue value, int depth) {
      if (!(value instanceof JsonObject schema)) {
        exact = false;
        return "any";
      }
      noteUnsettled(schema);
      return switch (schema.findText("type").orElse("")) {
        case "string" -> enumOf(schema, "string", Writer::quoted);
        case "integer", "number" -> enumOf(schema, "number", Writer::plain);
        case "boolean" -> "boolean";
        case "null" -> "null";
        case "array" -> schema.find("items").map(items -> type(items, depth)).orElse("any") + "[]";
        case "object" -> "{\n" + fields(schema, depth + 1) + "\n" + "  ".repeat(depth) + "}";
        default -> "any";
      };
    }

    private void noteUnsettled(JsonObject schema) {
      boolean settled =
          schema.findText("type").filter(TYPES::contains).isPresent()
              && schema.fields().keySet().stream().noneMatch(UNSETTLED::contains);
      exact &= settled;
    }

    private static String enumOf(
        JsonObject schema, String type, java.util.function.Function<JsonValue, String> text) {
      return schema
          .findArray("enum")
          .map(values -> values.items().stream().map(text).collect(Collectors.joining(" | ")))
          .orElse(type);
    }

    private static String quoted(JsonValue value) {
      return value instanceof JsonText text ? JsonWriter.quoted(text.text()) : plain(value);
    }

    private static String plain(JsonValue value) {
      if (value instanceof JsonText text) {
        return text.text();
      }
      return value instanceof JsonNumber number ? number.digits() : JsonWriter.write(value);
    }
  }
}
