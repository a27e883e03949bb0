package dev.plumbline.api.cli;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.json.JsonLimits;
import dev.plumbline.pricing.json.JsonReader;
import dev.plumbline.pricing.json.JsonRefusedException;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonBoolean;
import dev.plumbline.pricing.json.JsonValue.JsonNull;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.json.JsonValue.JsonText;
import dev.plumbline.pricing.json.JsonWriter;
import dev.plumbline.pricing.tokens.ChatFault;
import dev.plumbline.pricing.tokens.ChatMessage;
import dev.plumbline.pricing.tokens.ChatReader;
import dev.plumbline.pricing.tokens.ChatTokens;
import dev.plumbline.pricing.tokens.Conversation;
import dev.plumbline.pricing.tokens.TokenCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers lines of texts and chat requests with one JSON object each. */
final class TokensBatch {

  private static final int LONGEST_LINE_BYTES = 16 << 20;

  private final Surroundings surroundings;
  private final CounterChoice choice;
  private final JsonReader json = JsonReader.acceptingNul(JsonLimits.TRAINING_ROW);
  private boolean allGood = true;

  TokensBatch(Surroundings surroundings, CounterChoice choice) {
    this.surroundings = surroundings;
    this.choice = choice;
  }

  ExitCode answer(String file) throws IOException {
    choice.counter(); // an unknown model or encoding is refused before the first line
    try (LimitedLines lines = new LimitedLines(surroundings.open(file), LONGEST_LINE_BYTES);
        Progress progress = Progress.of(surroundings, "counting, lines so far:")) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        surroundings.out().print(JsonWriter.write(answer(line.get())) + "\n");
        progress.at(line.get().number(), 0);
      }
    }
    return allGood ? ExitCode.OK : ExitCode.PARTIAL;
  }

  private JsonObject answer(LimitedLines.Line line) {
    if (line.isCut()) {
      return error(new JsonNull(), line, "is longer than 16 MiB: split it");
    }
    if (!line.isUtf8()) {
      return error(new JsonNull(), line, "is not valid UTF-8: save the file as UTF-8");
    }
    try {
      return json.read(line.text()) instanceof JsonObject asked
          ? answer(asked, line)
          : error(new JsonNull(), line, "must be an object with id and text or request");
    } catch (JsonRefusedException e) {
      String field = e.field().isEmpty() ? "" : e.field() + " ";
      return error(new JsonNull(), line, field + e.problem() + ": " + e.remedy());
    }
  }

  private JsonObject answer(JsonObject asked, LimitedLines.Line line) {
    JsonValue id = asked.find("id").orElseGet(JsonNull::new);
    Optional<String> text = asked.findText("text");
    Optional<JsonObject> request = asked.findObject("request");
    if (text.isPresent() == request.isPresent()) {
      return error(id, line, "needs either text (a string) or request (an object)");
    }
    try {
      return text.isPresent() ? counts(id, text.get()) : prompt(id, request.get());
    } catch (InputInvalidException e) {
      return error(id, line, e.getMessage());
    }
  }

  private JsonObject counts(JsonValue id, String text) {
    Map<String, JsonValue> counts = new LinkedHashMap<>();
    boolean exact = true;
    for (TokenCounter counter : choice.counters()) {
      TokenCount count = counter.count(text);
      exact &= count.isExact();
      counts.put(counter.encoding().label(), number(count));
    }
    return answered(id, "counts", new JsonObject(counts), exact);
  }

  private JsonObject prompt(JsonValue id, JsonObject request) {
    List<ChatFault> faults = new ArrayList<>();
    Conversation chat = new ChatReader(faults::add).conversation(request);
    Optional<ChatFault> fatal = faults.stream().filter(fault -> !fault.countable()).findFirst();
    if (fatal.isPresent()) {
      throw new InputInvalidException(
          "request.%s %s: %s"
              .formatted(fatal.get().field(), fatal.get().problem(), fatal.get().remedy()));
    }
    if (chat.messages().stream().map(ChatMessage::images).anyMatch(some -> !some.isEmpty())) {
      throw new InputInvalidException(
          "request holds images, whose sizes are not here: count them with --images");
    }
    TokenCount count =
        new ChatTokens(choice.counterFor(request.findText("model"))).promptTokens(chat);
    return answered(id, "prompt_tokens", number(count), count.isExact() && faults.isEmpty());
  }

  private static JsonNumber number(TokenCount count) {
    return new JsonNumber(Long.toString(count.tokens()));
  }

  private static JsonObject answered(JsonValue id, String name, JsonValue value, boolean exact) {
    Map<String, JsonValue> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put(name, value);
    if (!exact) {
      answer.put("estimated", new JsonBoolean(true));
    }
    return new JsonObject(answer);
  }

  private JsonObject error(JsonValue id, LimitedLines.Line line, String problem) {
    allGood = false;
    Map<String, JsonValue> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("error", new JsonText("line " + line.number() + " " + problem));
    return new JsonObject(answer);
  }
}
