package dev.plumbline.pricing.tokens;

import dev.plumbline.pricing.json.JsonLimits;
import dev.plumbline.pricing.json.JsonReader;
import dev.plumbline.pricing.json.JsonRefusedException;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The case tables beside the tests. */
final class TestVectors {

  private static final JsonReader JSON = JsonReader.acceptingNul(JsonLimits.TRAINING_ROW);

  private TestVectors() {}

  static List<JsonObject> objects(String resource) {
    return text(resource).lines().map(TestVectors::object).toList();
  }

  static JsonObject object(String json) {
    return (JsonObject) json(json);
  }

  static JsonValue json(String json) {
    try {
      return JSON.read(json);
    } catch (JsonRefusedException e) {
      throw new AssertionError(e.field() + ": " + e.getMessage(), e);
    }
  }

  static long number(JsonObject object, String name) {
    return Long.parseLong(((JsonNumber) object.find(name).orElseThrow()).digits());
  }

  static String text(String resource) {
    try (InputStream in = TestVectors.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(resource, e);
    }
  }
}
