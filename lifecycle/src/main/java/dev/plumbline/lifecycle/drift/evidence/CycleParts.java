package dev.plumbline.lifecycle.drift.evidence;

import dev.plumbline.lifecycle.drift.ArmObservations;
import dev.plumbline.lifecycle.drift.Batch;
import dev.plumbline.lifecycle.drift.BorderToken;
import dev.plumbline.lifecycle.drift.CycleMeasure;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.FamilyCounts;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.Look;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cycles as parts of a document, in both directions. */
final class CycleParts {

  private CycleParts() {}

  static Map<String, Object> of(CycleObservations cycle) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("number", cycle.number());
    parts.put("at", cycle.at().toString());
    cycle.gap().ifPresent(why -> parts.put("gap", why));
    cycle.gone().ifPresent(why -> parts.put("gone", why));
    parts.put("arms", cycle.arms().stream().map(CycleParts::arm).toList());
    parts.put("configuration", cycle.configuration());
    parts.put("facts", cycle.facts());
    cycle.batch().ifPresent(batch -> parts.put("batch", batch(batch)));
    return parts;
  }

  private static Map<String, Object> arm(ArmObservations arm) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("arm", EvidenceWriter.name(arm.arm()));
    parts.put("name", arm.name());
    parts.put(
        "families",
        arm.families().stream()
            .map(one -> List.of(one.family(), one.passed(), one.failed()))
            .toList());
    parts.put(
        "border_tokens",
        arm.tokens().stream().map(one -> List.of(one.prompt(), one.token())).toList());
    parts.put("logprobs", arm.replies().stream().map(LogProbabilities::byToken).toList());
    Map<String, Object> measures = new LinkedHashMap<>();
    arm.measures().forEach((measure, value) -> measures.put(measure.label(), value));
    parts.put("measures", measures);
    return parts;
  }

  private static Map<String, Object> batch(Batch batch) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (batch.look() != Look.CONFIRMATION) {
      parts.put("look", EvidenceWriter.name(batch.look()));
    }
    parts.put("at", batch.at().toString());
    batch.gap().ifPresent(why -> parts.put("gap", why));
    parts.put("tests", batch.tests().stream().map(ComparisonParts::of).toList());
    return parts;
  }

  static CycleObservations cycle(JsonPart part) {
    part.only(Set.of("number", "at", "gap", "gone", "arms", "configuration", "facts", "batch"));
    return new CycleObservations(
        part.get("number").whole(),
        part.get("at").moment(),
        part.find("gap").map(JsonPart::text),
        part.find("gone").map(JsonPart::text),
        part.get("arms").list(CycleParts::arm),
        texts(part.get("configuration")),
        texts(part.get("facts")),
        part.find("batch").map(batch -> batch.as(CycleParts::batch)));
  }

  private static ArmObservations arm(JsonPart part) {
    part.only(Set.of("arm", "name", "families", "border_tokens", "logprobs", "measures"));
    SortedMap<CycleMeasure, Double> measures = new TreeMap<>();
    part.get("measures")
        .fields()
        .forEach((name, value) -> measures.put(measure(name, value), value.number()));
    return new ArmObservations(
        part.get("arm").constant(Arm.class),
        part.get("name").text(),
        part.get("families").list(CycleParts::family),
        part.get("border_tokens").list(CycleParts::token),
        part.get("logprobs").list(CycleParts::reply),
        measures);
  }

  private static CycleMeasure measure(String name, JsonPart place) {
    for (CycleMeasure measure : CycleMeasure.values()) {
      if (measure.label().equals(name)) {
        return measure;
      }
    }
    throw place.refused("'" + name + "' is no measure of a cycle");
  }

  private static FamilyCounts family(JsonPart part) {
    List<JsonPart> triple = tuple(part, 3);
    return new FamilyCounts(triple.get(0).text(), triple.get(1).whole(), triple.get(2).whole());
  }

  private static BorderToken token(JsonPart part) {
    List<JsonPart> pair = tuple(part, 2);
    return new BorderToken(pair.get(0).text(), pair.get(1).text());
  }

  private static List<JsonPart> tuple(JsonPart part, int size) {
    if (part.items().size() != size) {
      throw part.refused("must hold " + size + " values");
    }
    return part.items();
  }

  static LogProbabilities reply(JsonPart part) {
    SortedMap<String, Double> byToken = new TreeMap<>();
    part.fields().forEach((token, value) -> byToken.put(token, value.number()));
    return new LogProbabilities(byToken);
  }

  private static Batch batch(JsonPart part) {
    part.only(Set.of("look", "at", "tests", "gap"));
    return new Batch(
        part.find("look").map(look -> look.constant(Look.class)).orElse(Look.CONFIRMATION),
        part.get("at").moment(),
        part.get("tests").list(ComparisonParts::comparison),
        part.find("gap").map(JsonPart::text));
  }

  static SortedMap<String, String> texts(JsonPart part) {
    SortedMap<String, String> texts = new TreeMap<>();
    part.fields().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }
}
