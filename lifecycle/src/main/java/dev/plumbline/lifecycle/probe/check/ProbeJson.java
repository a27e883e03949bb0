package dev.plumbline.lifecycle.probe.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON of suites and answers, read strictly and within limits. */
public final class ProbeJson {

  private static final int DEEPEST = 50;
  private static final int LONGEST = 1_000_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST)
                          .maxNameLength(1_000)
                          .maxNumberLength(200)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ProbeJson() {}

  /**
   * The value that a text holds.
   *
   * @throws IllegalArgumentException says what is wrong and in which column
   */
  public static JsonNode read(String text) {
    try {
      JsonNode read = MAPPER.readTree(text);
      if (read.isMissingNode()) {
        throw new IllegalArgumentException("nothing where JSON is expected");
      }
      return read;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new IllegalArgumentException(
          "no sound JSON%s: %s"
              .formatted(at == null ? "" : " at column " + at.getColumnNr(), firstLine(e)),
          e);
    }
  }

  /** The same, empty when the text is no JSON. */
  public static Optional<JsonNode> find(String text) {
    try {
      return Optional.of(read(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String firstLine(JsonProcessingException failure) {
    return failure.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The same value always as the same text: names in order, nothing between them. */
  public static String canonical(JsonNode value) {
    return sorted(value).toString();
  }

  private static JsonNode sorted(JsonNode value) {
    if (value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> items.add(sorted(item)));
      return items;
    }
    if (!value.isObject()) {
      return value;
    }
    Map<String, JsonNode> fields = new TreeMap<>();
    value.properties().forEach(each -> fields.put(each.getKey(), sorted(each.getValue())));
    ObjectNode object = object();
    fields.forEach(object::set);
    return object;
  }

  /** As JSON Schema understands it: numbers by their value, names of objects in any order. */
  static boolean isSame(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.size() != other.size() || one.getNodeType() != other.getNodeType()) {
      return false;
    }
    if (one.isObject()) {
      return one.properties().stream()
          .allMatch(
              each ->
                  other.has(each.getKey()) && isSame(each.getValue(), other.get(each.getKey())));
    }
    if (one.isArray()) {
      Iterator<JsonNode> others = other.iterator();
      for (JsonNode item : one) {
        if (!isSame(item, others.next())) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }
}
