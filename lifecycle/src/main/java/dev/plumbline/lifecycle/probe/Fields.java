package dev.plumbline.lifecycle.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The fields of one object, each read at most once; what is wrong is told with the field's path.
 *
 * @param path of the object; empty for a whole line
 */
record Fields(JsonNode object, String path) {

  Fields {
    if (!object.isObject()) {
      throw new RefusedFieldException(path, "an object is needed");
    }
  }

  /** A typing error in an optional field would otherwise change what is asked and tell nobody. */
  void refuseOthersThan(Set<String> known) {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (!known.contains(each.getKey())) {
        throw new RefusedFieldException(
            at(each.getKey()), "no such field; there are " + known.stream().sorted().toList());
      }
    }
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Empty when the field is missing or null. */
  Optional<JsonNode> find(String name) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<String> findText(String name) {
    return find(name).map(value -> text(value, at(name)));
  }

  String text(String name) {
    return findText(name).orElseThrow(() -> new RefusedFieldException(at(name), "it is missing"));
  }

  static String text(JsonNode value, String path) {
    if (!value.isTextual()) {
      throw new RefusedFieldException(path, "a string is needed");
    }
    return value.asText();
  }

  Optional<Integer> findCount(String name) {
    return find(name)
        .map(
            value -> {
              if (!value.isInt()) {
                throw new RefusedFieldException(at(name), "a whole number is needed");
              }
              return value.intValue();
            });
  }

  Optional<BigDecimal> findNumber(String name) {
    return find(name)
        .map(
            value -> {
              if (!value.isNumber()) {
                throw new RefusedFieldException(at(name), "a number is needed");
              }
              return value.decimalValue();
            });
  }

  boolean flag(String name) {
    JsonNode value = object.path(name);
    if (!value.isBoolean()) {
      throw new RefusedFieldException(at(name), "true or false is needed");
    }
    return value.booleanValue();
  }

  JsonNode list(String name) {
    JsonNode value = object.path(name);
    if (!value.isArray() || value.isEmpty()) {
      throw new RefusedFieldException(at(name), "a list with something in it is needed");
    }
    return value;
  }

  /** What a value refuses is told with the field that gave it. */
  static <T> T of(String path, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new RefusedFieldException(path, String.valueOf(e.getMessage()));
    }
  }
}
