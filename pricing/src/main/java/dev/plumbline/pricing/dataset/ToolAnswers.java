package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which message of a row answers which call. */
final class ToolAnswers {

  private ToolAnswers() {}

  /** For every message the id that it answers; empty for messages that are not from a tool. */
  static List<Optional<String>> of(JsonObject row) {
    List<Optional<String>> answers = new ArrayList<>();
    for (JsonValue message : row.findArray("messages").map(JsonArray::items).orElse(List.of())) {
      answers.add(
          message instanceof JsonObject object
                  && object.findText("role").filter("tool"::equals).isPresent()
              ? Optional.of(object.findText("tool_call_id").orElse(""))
              : Optional.empty());
    }
    return answers;
  }

  /** Whether one of the tool messages right after message {@code i} answers this id. */
  static boolean follows(String id, int i, List<Optional<String>> answers) {
    for (int next = i + 1; next < answers.size() && answers.get(next).isPresent(); next++) {
      if (answers.get(next).get().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
