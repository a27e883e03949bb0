package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.json.JsonLimits;
import dev.plumbline.pricing.json.JsonReader;
import dev.plumbline.pricing.json.JsonRefusedException;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonBoolean;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.tokens.ChatMessage;
import dev.plumbline.pricing.tokens.ToolCall;
import dev.plumbline.pricing.tokens.ToolDefinition;
import java.util.List;
import java.util.Optional;

/** Rules about calls of tools: known names, arguments that fit, answers with the right id. */
final class ToolRules {

  private static final String CODE = "BAD_TOOL_CALL";
  private static final JsonReader ARGUMENTS = new JsonReader(JsonLimits.TRAINING_ROW);

  private ToolRules() {}

  static final List<RowRule> ALL =
      List.of(
          ToolRules::callsFitTheirTools,
          ToolRules::callsAreAnswered,
          ToolRules::parallelCallsIsBoolean,
          ToolRules::legacySpelling);

  private static void callsFitTheirTools(TrainingRow row, RowFindings findings) {
    for (int i = 0; i < row.messages().size(); i++) {
      for (ToolCall call : row.messages().get(i).calls()) {
        String field = fieldOf(row.messages().get(i), i);
        Optional<ToolDefinition> tool = row.tools().find(call.name());
        if (tool.isEmpty()) {
          findings.error(
              CODE,
              field,
              "calls a function that the row's tools do not define",
              "add the function to tools, or correct its name");
        } else {
          arguments(call, tool.get(), field, findings);
        }
      }
    }
  }

  private static String fieldOf(ChatMessage message, int i) {
    boolean legacy = message.calls().stream().allMatch(call -> call.id().isEmpty());
    return "messages[" + i + "]." + (legacy ? "function_call" : "tool_calls");
  }

  private static void arguments(
      ToolCall call, ToolDefinition tool, String field, RowFindings findings) {
    try {
      JsonValue value = ARGUMENTS.read(call.arguments());
      tool.parameters()
          .flatMap(schema -> SchemaCheck.problem(value, schema))
          .ifPresent(
              problem ->
                  findings.error(
                      CODE,
                      field,
                      "the arguments do not fit the function's schema: " + problem,
                      "correct the arguments or the schema"));
    } catch (JsonRefusedException e) {
      findings.error(
          CODE, field, "the arguments are " + e.problem(), "write a string of valid JSON");
    }
  }

  private static void callsAreAnswered(TrainingRow row, RowFindings findings) {
    List<ChatMessage> messages = row.messages();
    List<Optional<String>> answered = ToolAnswers.of(row.source());
    for (int i = 0; i + 1 < messages.size(); i++) {
      for (ToolCall call : messages.get(i).calls()) {
        if (call.id().isPresent() && !ToolAnswers.follows(call.id().get(), i, answered)) {
          findings.error(
              CODE,
              "messages[" + i + "].tool_calls",
              "other messages follow the call, but no tool message answers its id",
              "add a message of the role tool with this tool_call_id right after the call");
        }
      }
    }
  }

  private static void parallelCallsIsBoolean(TrainingRow row, RowFindings findings) {
    Optional<JsonValue> value = row.source().findPresent("parallel_tool_calls");
    if (value.isPresent() && !(value.get() instanceof JsonBoolean)) {
      findings.error(
          CODE,
          "parallel_tool_calls",
          "must be true or false, and is " + value.get().kind(),
          "write true or false");
    }
  }

  private static void legacySpelling(TrainingRow row, RowFindings findings) {
    JsonObject source = row.source();
    boolean legacyCall =
        row.messages().stream()
            .flatMap(message -> message.calls().stream())
            .anyMatch(call -> call.id().isEmpty());
    if (source.find("functions").isPresent()
        || source.find("function_call").isPresent()
        || legacyCall) {
      findings.warning(
          "DEPRECATED_FUNCTIONS",
          source.find("functions").isPresent() ? "functions" : "messages",
          "uses functions and function_call, which are deprecated",
          "write tools and tool_calls instead");
    }
  }
}
