package dev.plumbline.api.scenarios;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object of a scenario being written; what was not given is left out. */
final class Draft {

  private final Map<String, JsonValue> fields = new LinkedHashMap<>();

  void put(String name, JsonValue value) {
    fields.put(name, value);
  }

  void text(String name, String text) {
    put(name, new JsonText(text));
  }

  void text(String name, Optional<String> text) {
    text.ifPresent(given -> text(name, given));
  }

  /** Numbers travel as text: a reader that finds no number in it says so. */
  void number(String name, Optional<String> digits) {
    text(name, digits);
  }

  void object(String name, Draft part) {
    if (!part.fields.isEmpty()) {
      put(name, part.object());
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  JsonObject object() {
    return new JsonObject(fields);
  }
}
