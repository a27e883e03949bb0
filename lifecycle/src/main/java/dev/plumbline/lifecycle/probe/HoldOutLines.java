package dev.plumbline.lifecycle.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.lifecycle.probe.check.Check;
import dev.plumbline.lifecycle.probe.check.JsonSchema;
import dev.plumbline.lifecycle.probe.check.ProbeJson;
import java.util.List;
import java.util.Optional;

/** A row of a training file as a probe: asked like the row, expected is its last message. */
final class HoldOutLines {

  private static final String FAMILY = "hold-out";
  private static final int MOST_OUTPUT = 1_024;

  private HoldOutLines() {}

  /**
   * @throws RefusedFieldException with the field and what is wrong with it
   */
  static Probe probe(JsonNode line, long number) {
    Fields fields = new Fields(line, "");
    JsonNode messages = fields.list("messages");
    int last = messages.size() - 1;
    Fields answer = new Fields(messages.get(last), "messages[" + last + "]");
    if (last == 0 || !answer.text("role").equals("assistant")) {
      throw new RefusedFieldException(
          answer.at("role"), "the last message is the assistant's and another comes before it");
    }
    ArrayNode asked = messages.deepCopy();
    asked.remove(last);
    Check expected = expected(answer);
    return Fields.of(
        "",
        () ->
            new Probe(
                "row-" + number,
                FAMILY,
                ProbeLines.messages(asked, "messages"),
                Sampling.steady(MOST_OUTPUT),
                fields.find("tools").map(ProbeJson::canonical),
                fields.find("response_format").map(ProbeJson::canonical),
                List.of(expected)));
  }

  private static Check expected(Fields answer) {
    Optional<JsonNode> calls = answer.find("tool_calls");
    if (calls.isPresent()) {
      return toolCall(answer);
    }
    String text = answer.text("content");
    return ProbeJson.find(text)
        .filter(json -> json.isObject() || json.isArray())
        .<Check>map(json -> new Check.Schema(same(json)))
        .orElseGet(() -> new Check.Exact(text));
  }

  private static Check toolCall(Fields answer) {
    JsonNode calls = answer.list("tool_calls");
    String path = answer.at("tool_calls");
    if (calls.size() != 1) {
      throw new RefusedFieldException(
          path, "rows that call several tools at once cannot be checked");
    }
    Fields function = new Fields(calls.get(0).path("function"), path + "[0].function");
    String arguments = function.text("arguments");
    return new Check.ToolCall(
        function.text("name"),
        Optional.of(Fields.of(function.at("arguments"), () -> same(ProbeJson.read(arguments)))));
  }

  /** Equal as JSON: space and the order of names do not matter. */
  private static JsonSchema same(JsonNode value) {
    ObjectNode schema = ProbeJson.object();
    schema.set("const", value);
    return new JsonSchema(schema);
  }
}
