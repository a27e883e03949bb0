package dev.plumbline.lifecycle.probe.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of JSON Schema that structured outputs use: {@code type}, {@code enum}, {@code const},
 * {@code properties}, {@code required}, {@code additionalProperties}, {@code items}, {@code anyOf},
 * {@code pattern} and the limits of numbers, lengths and lists. A schema with another keyword is
 * refused: a rule that is skipped silently would let wrong answers pass.
 */
public record JsonSchema(JsonNode schema) {

  private static final Set<String> NOTES =
      Set.of("$schema", "$id", "title", "description", "default", "examples");
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");
  private static final Set<String> NUMBERS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  private static final Set<String> COUNTS =
      Set.of("minLength", "maxLength", "minItems", "maxItems");

  /** Checks one value against one keyword; empty when it is fine. */
  private interface Rule {
    Optional<String> objection(JsonNode rule, JsonNode value, String path);
  }

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("type", JsonSchema::type),
          Map.entry("enum", JsonSchema::isOneOf),
          Map.entry("const", JsonSchema::constant),
          Map.entry("required", JsonSchema::required),
          Map.entry("items", JsonSchema::items),
          Map.entry("anyOf", JsonSchema::anyOf),
          Map.entry("pattern", JsonSchema::pattern),
          Map.entry("minimum", (rule, value, at) -> number(rule, value, at, "minimum")),
          Map.entry("maximum", (rule, value, at) -> number(rule, value, at, "maximum")),
          Map.entry(
              "exclusiveMinimum", (rule, value, at) -> number(rule, value, at, "exclusiveMinimum")),
          Map.entry(
              "exclusiveMaximum", (rule, value, at) -> number(rule, value, at, "exclusiveMaximum")),
          Map.entry("minLength", (rule, value, at) -> count(rule, length(value), at, "minLength")),
          Map.entry("maxLength", (rule, value, at) -> count(rule, length(value), at, "maxLength")),
          Map.entry("minItems", (rule, value, at) -> count(rule, entries(value), at, "minItems")),
          Map.entry("maxItems", (rule, value, at) -> count(rule, entries(value), at, "maxItems")));

  public JsonSchema {
    requireNonNull(schema, "schema");
    refuseUnsound(schema, "schema");
    schema = schema.deepCopy();
  }

  /** Why the value does not fit, with its place in it; empty when it fits. */
  public Optional<String> objection(JsonNode value) {
    return objection(schema, value, "$");
  }

  private static Optional<String> objection(JsonNode schema, JsonNode value, String path) {
    if (schema.isBoolean()) {
      return schema.booleanValue() ? Optional.empty() : Optional.of(path + " must not be there");
    }
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      Rule rule = RULES.get(each.getKey());
      Optional<String> why =
          rule == null ? Optional.empty() : rule.objection(each.getValue(), value, path);
      if (why.isPresent()) {
        return why;
      }
    }
    return properties(schema, value, path);
  }

  private static Optional<String> properties(JsonNode schema, JsonNode value, String path) {
    if (!value.isObject()) {
      return Optional.empty();
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      JsonNode own = schema.path("properties").path(each.getKey());
      JsonNode rule = own.isMissingNode() ? schema.path("additionalProperties") : own;
      Optional<String> why =
          rule.isMissingNode()
              ? Optional.empty()
              : objection(rule, each.getValue(), path + "." + each.getKey());
      if (why.isPresent()) {
        return why;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> type(JsonNode rule, JsonNode value, String path) {
    boolean fits =
        rule.isArray() ? anyOf(rule, type -> isOfType(type, value)) : isOfType(rule, value);
    return fits ? Optional.empty() : Optional.of("%s is not of type %s".formatted(path, rule));
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" ->
          value.isNumber()
              && (value.isIntegralNumber()
                  || value.decimalValue().stripTrailingZeros().scale() <= 0);
      case "boolean" -> value.isBoolean();
      default -> value.isNull();
    };
  }

  private static Optional<String> isOneOf(JsonNode rule, JsonNode value, String path) {
    return anyOf(rule, each -> ProbeJson.isSame(each, value))
        ? Optional.empty()
        : Optional.of("%s is none of %s".formatted(path, rule));
  }

  private static Optional<String> constant(JsonNode rule, JsonNode value, String path) {
    return ProbeJson.isSame(rule, value)
        ? Optional.empty()
        : Optional.of("%s is not the expected value".formatted(path));
  }

  private static Optional<String> required(JsonNode rule, JsonNode value, String path) {
    if (value.isObject()) {
      for (JsonNode name : rule) {
        if (!value.has(name.asText())) {
          return Optional.of("%s.%s is missing".formatted(path, name.asText()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> items(JsonNode rule, JsonNode value, String path) {
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        Optional<String> why = objection(rule, value.get(i), path + "[" + i + "]");
        if (why.isPresent()) {
          return why;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> anyOf(JsonNode rule, JsonNode value, String path) {
    return anyOf(rule, each -> objection(each, value, path).isEmpty())
        ? Optional.empty()
        : Optional.of("%s fits none of anyOf".formatted(path));
  }

  private static boolean anyOf(JsonNode list, Predicate<JsonNode> fits) {
    for (JsonNode each : list) {
      if (fits.test(each)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> pattern(JsonNode rule, JsonNode value, String path) {
    return !value.isTextual() || new LimitedPattern(rule.asText()).in(value.asText()).isPassed()
        ? Optional.empty()
        : Optional.of("%s does not match %s".formatted(path, rule.asText()));
  }

  private static Optional<String> number(
      JsonNode rule, JsonNode value, String path, String keyword) {
    if (!value.isNumber()) {
      return Optional.empty();
    }
    int order = value.decimalValue().compareTo(rule.decimalValue());
    boolean fits =
        switch (keyword) {
          case "minimum" -> order >= 0;
          case "maximum" -> order <= 0;
          case "exclusiveMinimum" -> order > 0;
          default -> order < 0;
        };
    return fits ? Optional.empty() : Optional.of(beyond(path, keyword, rule));
  }

  private static Optional<String> count(JsonNode rule, int size, String path, String keyword) {
    boolean fits =
        size < 0 || (keyword.startsWith("min") ? size >= rule.intValue() : size <= rule.intValue());
    return fits ? Optional.empty() : Optional.of(beyond(path, keyword, rule));
  }

  private static String beyond(String path, String keyword, JsonNode rule) {
    return "%s is beyond %s %s".formatted(path, keyword, rule);
  }

  /** In characters, as the standard counts them; -1 for what is no text. */
  private static int length(JsonNode value) {
    return value.isTextual() ? value.asText().codePointCount(0, value.asText().length()) : -1;
  }

  private static int entries(JsonNode value) {
    return value.isArray() ? value.size() : -1;
  }

  private static void refuseUnsound(JsonNode schema, String path) {
    if (schema.isBoolean()) {
      return;
    }
    refuseUnless(schema.isObject(), path, "a schema is an object, true or false");
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      refuseUnsound(each.getKey(), each.getValue(), path + "." + each.getKey());
    }
  }

  private static void refuseUnsound(String keyword, JsonNode rule, String path) {
    if (NUMBERS.contains(keyword)) {
      refuseUnless(rule.isNumber(), path, "a number is needed");
    } else if (COUNTS.contains(keyword)) {
      refuseUnless(rule.isInt() && rule.intValue() >= 0, path, "a count is needed");
    } else if (List.of("enum", "required", "anyOf").contains(keyword)) {
      refuseUnless(rule.isArray() && !rule.isEmpty(), path, "a list is needed");
    } else if (keyword.equals("type")) {
      refuseUnless(
          rule.isArray() ? !anyOf(rule, each -> !isType(each)) : isType(rule),
          path,
          "one of " + TYPES.stream().sorted().toList() + " is needed");
    } else if (keyword.equals("pattern")) {
      new LimitedPattern(rule.asText());
    } else {
      refuseUnless(
          keyword.equals("const")
              || NOTES.contains(keyword)
              || Set.of("properties", "additionalProperties", "items").contains(keyword),
          path,
          "this keyword is not supported; leave it out or say it with those that are");
    }
    refuseUnsoundParts(keyword, rule, path);
  }

  private static void refuseUnsoundParts(String keyword, JsonNode rule, String path) {
    switch (keyword) {
      case "properties" -> {
        refuseUnless(rule.isObject(), path, "an object of schemas is needed");
        rule.properties().forEach(own -> refuseUnsound(own.getValue(), path + "." + own.getKey()));
      }
      case "anyOf" -> rule.forEach(each -> refuseUnsound(each, path));
      case "items", "additionalProperties" -> refuseUnsound(rule, path);
      default -> {
        // the others hold no schemas
      }
    }
  }

  private static boolean isType(JsonNode name) {
    return name.isTextual() && TYPES.contains(name.asText());
  }

  private static void refuseUnless(boolean sound, String path, String why) {
    if (!sound) {
      throw new IllegalArgumentException(path + ": " + why);
    }
  }
}
