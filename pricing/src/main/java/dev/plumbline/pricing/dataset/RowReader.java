package dev.plumbline.pricing.dataset;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonNull;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonWriter;
import dev.plumbline.pricing.tokens.ChatMessage;
import dev.plumbline.pricing.tokens.ChatReader;
import dev.plumbline.pricing.tokens.TokenCounter;
import dev.plumbline.pricing.tokens.ToolDefinition;
import dev.plumbline.pricing.tokens.ToolRendering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns the JSON of a line into a row of one of the known formats. Safe for several threads. */
final class RowReader {

  private static final int MOST_TOOL_SETS = 256;

  /** What chat rows may hold beside messages; anything more is for a grader. */
  private static final Set<String> CHAT_FIELDS =
      Set.of(
          "messages", "tools", "functions", "function_call", "tool_choice", "parallel_tool_calls");

  private final TokenCounter counter;
  private final Map<List<JsonValue>, ToolSet> toolSets = new ConcurrentHashMap<>();

  RowReader(TokenCounter counter) {
    this.counter = counter;
  }

  /** The row; empty when it is no chat at all. */
  Optional<TrainingRow> row(
      JsonObject source, Optional<DatasetFormat> wanted, RowFindings findings) {
    if (source.findObject("input").filter(i -> i.find("messages").isPresent()).isPresent()
        || source.find("preferred_output").isPresent()) {
      return Optional.of(preference(source, findings));
    }
    return source.find("messages").isPresent()
        ? Optional.of(chat(source, wanted, findings))
        : Optional.empty();
  }

  private TrainingRow chat(
      JsonObject source, Optional<DatasetFormat> wanted, RowFindings findings) {
    List<ChatMessage> messages =
        new ChatReader(findings::fault).messages(source.find("messages"), "messages");
    TrainingRow row =
        new TrainingRow(
            source, DatasetFormat.SFT, messages, List.of(), List.of(), tools(source, findings));
    boolean reinforcement =
        wanted.map(DatasetFormat.RFT::equals).orElse(!row.endsWithAssistant() && hasFacts(source));
    return reinforcement
        ? new TrainingRow(source, DatasetFormat.RFT, messages, List.of(), List.of(), row.tools())
        : row;
  }

  private static boolean hasFacts(JsonObject source) {
    return !CHAT_FIELDS.containsAll(source.fields().keySet());
  }

  private TrainingRow preference(JsonObject source, RowFindings findings) {
    ChatReader reader = new ChatReader(findings::fault);
    Optional<JsonObject> input = source.findObject("input");
    return new TrainingRow(
        source,
        DatasetFormat.DPO,
        reader.messages(input.flatMap(i -> i.find("messages")), "input.messages"),
        reader.messages(source.find("preferred_output"), "preferred_output"),
        reader.messages(source.find("non_preferred_output"), "non_preferred_output"),
        tools(input.filter(i -> i.find("tools").isPresent()).orElse(source), findings));
  }

  private ToolSet tools(JsonObject source, RowFindings findings) {
    if (source.findPresent("tools").isEmpty() && source.findPresent("functions").isEmpty()) {
      return ToolSet.NONE;
    }
    List<JsonValue> key =
        List.of(
            source.find("tools").orElseGet(JsonNull::new),
            source.find("functions").orElseGet(JsonNull::new));
    ToolSet known = toolSets.get(key);
    if (known != null) {
      return known;
    }
    int before = findings.all().size();
    ToolSet read = read(new ChatReader(findings::fault).tools(source), key);
    if (findings.all().size() == before && toolSets.size() < MOST_TOOL_SETS) {
      toolSets.put(key, read); // a list with faults is read again, so that each row names them
    }
    return read;
  }

  private ToolSet read(List<ToolDefinition> tools, List<JsonValue> key) {
    if (tools.isEmpty()) {
      return ToolSet.NONE;
    }
    ToolRendering rendering = ToolRendering.of(tools);
    TokenCount tokens = counter.count(rendering.text());
    TextHash fingerprint = new TextHash();
    key.forEach(value -> fingerprint.literal(JsonWriter.write(value)));
    return new ToolSet(
        tools,
        rendering.exact() ? tokens : TokenCount.estimated(tokens.tokens()),
        fingerprint.value());
  }
}
