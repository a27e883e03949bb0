package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import dev.plumbline.pricing.tokens.ChatFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns JSON of the chat completions format into a {@link Conversation}. Reads as much as can be
 * read and reports every fault on the way, so that one bad message does not hide the next.
 */
public final class ChatReader {

  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool", "function");

  private final Consumer<? super ChatFault> faults;

  public ChatReader(Consumer<? super ChatFault> faults) {
    this.faults = requireNonNull(faults, "faults");
  }

  /** A request body: messages, tools or functions, tool_choice or function_call. */
  public Conversation conversation(JsonObject request) {
    List<ChatMessage> messages = messages(request.find("messages"), "messages");
    List<ToolDefinition> tools = tools(request);
    return new Conversation(messages, tools, choice(request));
  }

  /** A list of messages; absent, empty or another kind of value is a fault. */
  public List<ChatMessage> messages(Optional<JsonValue> value, String field) {
    if (!(value.orElse(null) instanceof JsonArray list) || list.items().isEmpty()) {
      String found =
          value.map(v -> v instanceof JsonArray ? "an empty list" : v.kind()).orElse("missing");
      fault(
          Code.BAD_MESSAGES,
          field,
          "must be a non-empty list, and is " + found,
          "write at least one message with role and content");
      return List.of();
    }
    List<ChatMessage> messages = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      message(list.items().get(i), field + "[" + i + "]").ifPresent(messages::add);
    }
    return messages;
  }

  private Optional<ChatMessage> message(JsonValue value, String field) {
    if (!(value instanceof JsonObject message)) {
      fault(
          Code.BAD_MESSAGES,
          field,
          "must be an object, and is " + value.kind(),
          "write {\"role\": …, \"content\": …}");
      return Optional.empty();
    }
    Optional<String> role = role(message, field);
    if (role.isEmpty()) {
      return Optional.empty();
    }
    List<ToolCall> calls = new CallReader(faults).calls(message, field);
    ContentReader content = new ContentReader(faults);
    content.read(message, field, !calls.isEmpty());
    return Optional.of(
        new ChatMessage(
            role.get(), content.texts(), content.images(), message.findText("name"), calls));
  }

  private Optional<String> role(JsonObject message, String field) {
    Optional<String> role = message.findText("role");
    if (role.isEmpty()) {
      fault(
          Code.BAD_MESSAGES,
          field + ".role",
          "is missing or no string",
          "give one of system, developer, user, assistant, tool");
    } else if (!ROLES.contains(role.get())) {
      faults.accept(
          new ChatFault(
              Code.BAD_MESSAGES,
              field + ".role",
              "is no role that the API knows",
              "give one of system, developer, user, assistant, tool",
              true));
    }
    return role;
  }

  /** The tools of a request or row: modern {@code tools} and legacy {@code functions}. */
  public List<ToolDefinition> tools(JsonObject request) {
    List<ToolDefinition> tools = new ArrayList<>();
    request.findPresent("tools").ifPresent(value -> addTools(value, "tools", tools));
    request.findPresent("functions").ifPresent(value -> addTools(value, "functions", tools));
    return tools;
  }

  private void addTools(JsonValue value, String field, List<ToolDefinition> tools) {
    if (!(value instanceof JsonArray list)) {
      fault(
          Code.BAD_TOOLS, field, "must be a list, and is " + value.kind(), "write a list of tools");
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      String place = field + "[" + i + "]";
      tool(list.items().get(i), place, field.equals("tools")).ifPresent(tools::add);
    }
  }

  private Optional<ToolDefinition> tool(JsonValue value, String field, boolean wrapped) {
    Optional<JsonObject> function =
        value instanceof JsonObject object
            ? wrapped ? object.findObject("function") : Optional.of(object)
            : Optional.empty();
    Optional<String> name = function.flatMap(f -> f.findText("name"));
    if (name.isEmpty()) {
      fault(
          Code.BAD_TOOLS,
          field,
          "has no function with a name",
          wrapped
              ? "write {\"type\": \"function\", \"function\": {\"name\": …}}"
              : "write {\"name\": …}");
      return Optional.empty();
    }
    JsonObject definition = function.get();
    return Optional.of(
        new ToolDefinition(
            name.get(),
            definition.findText("description").orElse(""),
            definition.findObject("parameters")));
  }

  private ToolChoice choice(JsonObject request) {
    Optional<JsonValue> choice =
        request.findPresent("tool_choice").or(() -> request.findPresent("function_call"));
    if (choice.isEmpty()) {
      return new ToolChoice.Auto();
    }
    if (choice.get() instanceof JsonText word) {
      return switch (word.text()) {
        case "none" -> new ToolChoice.None();
        case "required" -> new ToolChoice.Required();
        default -> new ToolChoice.Auto();
      };
    }
    return choice.get() instanceof JsonObject object ? named(object) : new ToolChoice.Auto();
  }

  private static ToolChoice named(JsonObject choice) {
    return choice
        .findObject("function")
        .orElse(choice)
        .findText("name")
        .<ToolChoice>map(ToolChoice.Named::new)
        .orElseGet(ToolChoice.Required::new);
  }

  private void fault(Code code, String field, String problem, String remedy) {
    faults.accept(new ChatFault(code, field, problem, remedy, false));
  }
}
