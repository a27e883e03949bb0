package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.json.JsonLimits;
import dev.plumbline.pricing.json.JsonReader;
import dev.plumbline.pricing.json.JsonRefusedException;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import dev.plumbline.pricing.tokens.ChatMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads, counts and checks single lines: all that needs no knowledge of other lines. Safe for use
 * by several threads.
 */
final class RowAnalyst {

  private static final String SHAPE = "JSONL_SHAPE";

  private final String file;
  private final DatasetQuestion question;
  private final JsonReader json = new JsonReader(JsonLimits.TRAINING_ROW);
  private final RowReader rows;
  private final RowCounter counter;
  private final List<RowRule> rules;

  RowAnalyst(String file, DatasetQuestion question) {
    this.file = file;
    this.question = question;
    this.rows = new RowReader(question.counter());
    this.counter = new RowCounter(question, TrainingTokenRule.DOCUMENTED);
    this.rules = rules(question);
  }

  private static List<RowRule> rules(DatasetQuestion question) {
    List<RowRule> rules = new ArrayList<>(MessageRules.ALL);
    rules.addAll(ToolRules.ALL);
    rules.addAll(PreferenceRules.ALL);
    rules.add(ImageLimits.of(question.azure()));
    return List.copyOf(rules);
  }

  RowResult analyse(RawLine line) {
    RowFindings findings = new RowFindings(file, line.number());
    Optional<RowResult.Counted> counted =
        object(line, findings).flatMap(source -> counted(source, findings));
    return new RowResult(line.number(), findings.all(), counted);
  }

  private Optional<JsonObject> object(RawLine line, RowFindings findings) {
    if (line.refusal().isPresent()) {
      findings.error(SHAPE, "", line.refusal().get(), "shorten the row or split it");
      return Optional.empty();
    }
    if (line.isBlank()) {
      findings.error(SHAPE, "", "the line is empty", "remove the line");
      return Optional.empty();
    }
    try {
      return asObject(json.read(decoded(line.bytes())), findings);
    } catch (CharacterCodingException e) {
      findings.error(SHAPE, "", "the line is not valid UTF-8", "save the file as UTF-8");
    } catch (JsonRefusedException e) {
      findings.error(SHAPE, e.field(), e.problem(), e.remedy());
    }
    return Optional.empty();
  }

  /** A decoder replaces nothing here: a broken byte must not become a character to be counted. */
  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Optional<JsonObject> asObject(JsonValue value, RowFindings findings) {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    findings.error(SHAPE, "", "the line is " + value.kind(), "write one JSON object a line");
    return Optional.empty();
  }

  private Optional<RowResult.Counted> counted(JsonObject source, RowFindings findings) {
    Optional<TrainingRow> row = rows.row(source, question.format(), findings);
    if (row.isEmpty()) {
      return Optional.of(notChat(source, findings));
    }
    rules.forEach(rule -> rule.check(row.get(), findings));
    if (!findings.countable()) {
      return Optional.empty();
    }
    RowTokens tokens = counter.count(row.get(), findings);
    truncation(tokens, findings);
    return Optional.of(
        new RowResult.Counted(
            row.get().format(),
            tokens,
            RowIdentity.of(row.get()),
            row.get().tools().fingerprint(),
            hasImages(row.get())));
  }

  private RowResult.Counted notChat(JsonObject source, RowFindings findings) {
    findings.error(
        "BAD_MESSAGES",
        "messages",
        "the row is no chat: it has no messages",
        "write {\"messages\": [{\"role\": …, \"content\": …}, …]}");
    PairTexts texts = PairTexts.of(source);
    return new RowResult.Counted(
        DatasetFormat.NOT_CHAT, counter.countTexts(texts.all()), RowIdentity.of(texts), 0, false);
  }

  private void truncation(RowTokens tokens, RowFindings findings) {
    OptionalLong context = question.trainingContext();
    long total = tokens.parts().total().tokens();
    if (context.isPresent() && total > context.getAsLong()) {
      findings.error(
          "TRUNCATED_ANSWER",
          "messages",
          "the row has %d tokens, training sees the first %d, so the answer is cut"
              .formatted(total, context.getAsLong()),
          "shorten or split the row");
    }
  }

  private static boolean hasImages(TrainingRow row) {
    return row.messages().stream().map(ChatMessage::images).anyMatch(i -> !i.isEmpty());
  }
}
