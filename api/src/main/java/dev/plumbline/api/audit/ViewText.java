package dev.plumbline.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.core.hash.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/**
 * Views as the trail keeps them: JSON as the interface publishes it, with the keys in order, so
 * that the same view is the same text in every version. A view that is too long is kept as its
 * length and its SHA-256: a change must not fail because it is large, nor fill the trail.
 */
@ApplicationScoped
class ViewText {

  /** Characters. */
  static final int LONGEST = 32_768;

  private final ObjectMapper json;

  ViewText(ObjectMapper json) {
    this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /**
   * @throws IllegalArgumentException when the object cannot be written as JSON
   */
  String of(Object view) {
    String text = written(ordered(json.valueToTree(view)));
    return text.length() <= LONGEST ? text : shortened(text);
  }

  /** Objects get the order of their keys; lists keep their own. */
  private JsonNode ordered(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> fields = new TreeMap<>();
      node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
      ObjectNode object = json.createObjectNode();
      fields.forEach((name, value) -> object.set(name, ordered(value)));
      return object;
    }
    if (node.isArray()) {
      var array = json.createArrayNode();
      node.forEach(each -> array.add(ordered(each)));
      return array;
    }
    return node;
  }

  private String shortened(String text) {
    ObjectNode instead = json.createObjectNode();
    instead.put("left_out_characters", text.length());
    instead.put("sha256", Sha256.hex(text));
    return written(instead);
  }

  private String written(JsonNode node) {
    try {
      return json.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a view", e);
    }
  }
}
