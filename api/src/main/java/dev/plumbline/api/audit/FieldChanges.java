package dev.plumbline.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two views, field by field. Of a new or a gone thing every field counts. */
final class FieldChanges {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FieldChanges() {}

  static List<FieldChange> between(Optional<String> before, Optional<String> after) {
    Map<String, String> old = before.map(FieldChanges::fields).orElse(Map.of());
    Map<String, String> now = after.map(FieldChanges::fields).orElse(Map.of());
    List<FieldChange> changes = new ArrayList<>();
    Stream.concat(old.keySet().stream(), now.keySet().stream())
        .distinct()
        .sorted()
        .forEach(
            field -> {
              String was = old.getOrDefault(field, "");
              String is = now.getOrDefault(field, "");
              if (!was.equals(is)) {
                changes.add(new FieldChange(field.replace('_', ' '), was, is));
              }
            });
    return changes;
  }

  private static Map<String, String> fields(String json) {
    Map<String, String> fields = new TreeMap<>();
    try {
      collect("", JSON.readTree(json), fields);
    } catch (JsonProcessingException e) {
      fields.put("view", json); // somebody edited it: shown as it is, and found by the check
    }
    return fields;
  }

  private static void collect(String path, JsonNode node, Map<String, String> fields) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              each ->
                  collect(
                      path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                      each.getValue(),
                      fields));
    } else if (!node.isNull()) {
      fields.put(path.isEmpty() ? "value" : path, text(node));
    }
  }

  private static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    List<String> parts = new ArrayList<>();
    node.forEach(each -> parts.add(each.isValueNode() ? each.asText() : each.toString()));
    return parts.stream().collect(Collectors.joining(", "));
  }
}
