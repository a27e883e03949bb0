package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of a row that is no chat, such as question and answer.
 *
 * @param inputs texts that ask
 * @param answers texts of fields that are usually the wanted answer
 */
record PairTexts(List<String> inputs, List<String> answers) {

  private static final Set<String> ANSWER_FIELDS =
      Set.of("answer", "completion", "output", "response", "category", "label", "target");

  static PairTexts of(JsonObject row) {
    List<String> inputs = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (Map.Entry<String, JsonValue> field : row.fields().entrySet()) {
      if (field.getValue() instanceof JsonText text) {
        (ANSWER_FIELDS.contains(field.getKey()) ? answers : inputs).add(text.text());
      }
    }
    return new PairTexts(List.copyOf(inputs), List.copyOf(answers));
  }

  List<String> all() {
    List<String> all = new ArrayList<>(inputs);
    all.addAll(answers);
    return all;
  }
}
