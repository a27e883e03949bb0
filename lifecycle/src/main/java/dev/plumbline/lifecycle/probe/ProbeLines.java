package dev.plumbline.lifecycle.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.lifecycle.probe.check.Check;
import dev.plumbline.lifecycle.probe.check.JsonSchema;
import dev.plumbline.lifecycle.probe.check.LimitedPattern;
import dev.plumbline.lifecycle.probe.check.ProbeJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A probe as one line of JSON, read and written. */
final class ProbeLines {

  private static final int USUAL_OUTPUT = 256;
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "family",
          "prompt",
          "messages",
          "temperature",
          "top_p",
          "max_output_tokens",
          "top_logprobs",
          "tools",
          "response_format",
          "expect");
  private static final Set<String> CHECKS =
      Set.of("exact", "regex", "json_schema", "tool_call", "number", "refusal");

  private ProbeLines() {}

  /**
   * @throws RefusedFieldException with the field and what is wrong with it
   */
  static Probe probe(JsonNode line) {
    Fields fields = new Fields(line, "");
    fields.refuseOthersThan(FIELDS);
    String id = fields.text("id");
    return Fields.of(
        "",
        () ->
            new Probe(
                id,
                fields.text("family"),
                messages(fields),
                sampling(fields),
                fields.find("tools").map(tools -> tools(fields)),
                fields.find("response_format").map(ProbeJson::canonical),
                fields.find("expect").map(expect -> checks(expect, "expect")).orElse(List.of())));
  }

  private static List<ProbeMessage> messages(Fields fields) {
    Optional<String> prompt = fields.findText("prompt");
    if (prompt.isPresent() == fields.find("messages").isPresent()) {
      throw new RefusedFieldException("messages", "either messages or a prompt is needed");
    }
    return prompt
        .map(text -> List.of(Fields.of("prompt", () -> ProbeMessage.user(text))))
        .orElseGet(() -> messages(fields.list("messages"), "messages"));
  }

  static List<ProbeMessage> messages(JsonNode list, String path) {
    List<ProbeMessage> messages = new ArrayList<>();
    for (JsonNode each : list) {
      Fields fields = new Fields(each, path + "[" + messages.size() + "]");
      String content = fields.text("content");
      messages.add(Fields.of(fields.path(), () -> new ProbeMessage(role(fields), content)));
    }
    return messages;
  }

  private static ProbeMessage.Role role(Fields fields) {
    return ProbeMessage.Role.find(fields.text("role"))
        .orElseThrow(
            () ->
                new RefusedFieldException(
                    fields.at("role"), "system, developer, user or assistant is needed"));
  }

  private static Sampling sampling(Fields fields) {
    Optional<BigDecimal> temperature = fields.findNumber("temperature");
    Optional<BigDecimal> topP = fields.findNumber("top_p");
    int most = fields.findCount("max_output_tokens").orElse(USUAL_OUTPUT);
    int logprobs = fields.findCount("top_logprobs").orElse(0);
    return new Sampling(temperature, topP, most, logprobs);
  }

  private static String tools(Fields fields) {
    JsonNode tools = fields.list("tools");
    for (int i = 0; i < tools.size(); i++) {
      Fields tool = new Fields(tools.get(i), "tools[" + i + "]");
      new Fields(tool.object().path("function"), tool.at("function")).text("name");
    }
    return ProbeJson.canonical(tools);
  }

  private static List<Check> checks(JsonNode expect, String path) {
    Fields fields = new Fields(expect, path);
    fields.refuseOthersThan(CHECKS);
    List<Check> checks = new ArrayList<>();
    fields.findText("exact").ifPresent(text -> checks.add(new Check.Exact(text)));
    fields
        .findText("regex")
        .ifPresent(
            regex ->
                checks.add(
                    Fields.of(
                        fields.at("regex"), () -> new Check.Matches(new LimitedPattern(regex)))));
    fields
        .find("json_schema")
        .ifPresent(
            schema -> checks.add(new Check.Schema(schema(schema, fields.at("json_schema")))));
    fields.find("tool_call").ifPresent(call -> checks.add(toolCall(call, fields.at("tool_call"))));
    fields.find("number").ifPresent(number -> checks.add(number(number, fields.at("number"))));
    fields
        .find("refusal")
        .ifPresent(expected -> checks.add(new Check.Refusal(fields.flag("refusal"))));
    return checks;
  }

  private static Check toolCall(JsonNode call, String path) {
    Fields fields = new Fields(call, path);
    fields.refuseOthersThan(Set.of("name", "arguments"));
    return new Check.ToolCall(
        fields.text("name"),
        fields.find("arguments").map(schema -> schema(schema, fields.at("arguments"))));
  }

  private static Check number(JsonNode number, String path) {
    Fields fields = new Fields(number, path);
    fields.refuseOthersThan(Set.of("value", "tolerance"));
    BigDecimal value =
        fields
            .findNumber("value")
            .orElseThrow(() -> new RefusedFieldException(fields.at("value"), "it is missing"));
    BigDecimal tolerance = fields.findNumber("tolerance").orElse(BigDecimal.ZERO);
    return Fields.of(fields.at("tolerance"), () -> new Check.Numeric(value, tolerance));
  }

  private static JsonSchema schema(JsonNode schema, String path) {
    return Fields.of(path, () -> new JsonSchema(schema));
  }

  /** Everything that is asked and expected, in one form only. */
  static String line(Probe probe) {
    ObjectNode line = ProbeJson.object().put("id", probe.id()).put("family", probe.family());
    var messages = line.putArray("messages");
    for (ProbeMessage message : probe.messages()) {
      messages.addObject().put("role", message.role().label()).put("content", message.content());
    }
    probe.sampling().temperature().ifPresent(value -> line.put("temperature", plain(value)));
    probe.sampling().topP().ifPresent(value -> line.put("top_p", plain(value)));
    line.put("max_output_tokens", probe.sampling().maxOutputTokens());
    line.put("top_logprobs", probe.sampling().topLogprobs());
    probe.tools().ifPresent(tools -> line.set("tools", ProbeJson.read(tools)));
    probe.responseFormat().ifPresent(form -> line.set("response_format", ProbeJson.read(form)));
    if (!probe.checks().isEmpty()) {
      ObjectNode expect = line.putObject("expect");
      probe.checks().forEach(check -> expect.set(check.key(), check.toJson()));
    }
    return ProbeJson.canonical(line);
  }

  /** 0.50 and 0.5 ask for the same. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
