package dev.plumbline.pricing.tokens;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.tokens.ChatFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the calls of a message: {@code tool_calls} and the legacy {@code function_call}. */
final class CallReader {

  private final Consumer<? super ChatFault> faults;

  CallReader(Consumer<? super ChatFault> faults) {
    this.faults = faults;
  }

  List<ToolCall> calls(JsonObject message, String field) {
    List<ToolCall> calls = new ArrayList<>();
    message
        .findPresent("function_call")
        .flatMap(value -> call(Optional.empty(), value, field + ".function_call"))
        .ifPresent(calls::add);
    message
        .findPresent("tool_calls")
        .ifPresent(value -> addToolCalls(value, field + ".tool_calls", calls));
    return calls;
  }

  private void addToolCalls(JsonValue value, String field, List<ToolCall> calls) {
    if (!(value instanceof JsonArray list)) {
      fault(field, "must be a list, and is " + value.kind());
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      toolCall(list.items().get(i), field + "[" + i + "]").ifPresent(calls::add);
    }
  }

  private Optional<ToolCall> toolCall(JsonValue value, String field) {
    if (!(value instanceof JsonObject call)) {
      fault(field, "must be an object, and is " + value.kind());
      return Optional.empty();
    }
    Optional<JsonObject> function = call.findObject("function");
    if (function.isEmpty()) {
      fault(field + ".function", "is missing");
      return Optional.empty();
    }
    Optional<String> id = call.findText("id");
    if (id.isEmpty()) {
      faults.accept(
          new ChatFault(
              Code.BAD_TOOL_CALL, field + ".id", "is missing", "give the call an id", true));
    }
    return call(id.or(() -> Optional.of("")), function.get(), field + ".function");
  }

  private Optional<ToolCall> call(Optional<String> id, JsonValue value, String field) {
    if (!(value instanceof JsonObject function)
        || function.findText("name").isEmpty()
        || function.findText("arguments").isEmpty()) {
      fault(field, "needs a name and its arguments as a string of JSON");
      return Optional.empty();
    }
    return Optional.of(
        new ToolCall(
            id,
            function.findText("name").orElseThrow(),
            function.findText("arguments").orElseThrow()));
  }

  private void fault(String field, String problem) {
    faults.accept(
        new ChatFault(
            Code.BAD_TOOL_CALL,
            field,
            problem,
            "write {\"name\": …, \"arguments\": \"{…}\"} as the API returns it",
            false));
  }
}
