package dev.plumbline.pricing.json;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value as it stood in a document: names keep their order, numbers their digits. */
public sealed interface JsonValue {

  /** An object; names in document order. */
  record JsonObject(Map<String, JsonValue> fields) implements JsonValue {
    public JsonObject {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<JsonValue> find(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    /** The field when it is there and not null. */
    public Optional<JsonValue> findPresent(String name) {
      return find(name).filter(value -> !(value instanceof JsonNull));
    }

    public Optional<String> findText(String name) {
      return find(name).filter(JsonText.class::isInstance).map(value -> ((JsonText) value).text());
    }

    public Optional<JsonObject> findObject(String name) {
      return find(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    public Optional<JsonArray> findArray(String name) {
      return find(name).filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
    }
  }

  /** An array. */
  record JsonArray(List<JsonValue> items) implements JsonValue {
    public JsonArray {
      items = List.copyOf(items);
    }
  }

  /** A string. */
  record JsonText(String text) implements JsonValue {
    public JsonText {
      requireNonNull(text, "text");
    }
  }

  /**
   * A number.
   *
   * @param digits the number exactly as written, for example {@code 1.50}
   */
  record JsonNumber(String digits) implements JsonValue {
    public JsonNumber {
      requireNonNull(digits, "digits");
    }

    /** Whether it is written without fraction and exponent. */
    public boolean isWhole() {
      return digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }
  }

  /** True or false. */
  record JsonBoolean(boolean value) implements JsonValue {}

  /** The literal null. */
  record JsonNull() implements JsonValue {}

  /** The word for this kind of value in a message to a person. */
  default String kind() {
    if (this instanceof JsonObject) {
      return "an object";
    }
    if (this instanceof JsonArray) {
      return "an array";
    }
    if (this instanceof JsonText) {
      return "a string";
    }
    if (this instanceof JsonNumber) {
      return "a number";
    }
    return this instanceof JsonBoolean ? "true or false" : "null";
  }
}
