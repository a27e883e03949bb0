package dev.plumbline.lifecycle.drift.evidence;

import dev.plumbline.lifecycle.drift.comparison.Effect;
import dev.plumbline.lifecycle.drift.comparison.TestResult;
import dev.plumbline.lifecycle.drift.verdict.BatchOutcome;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.FactChange;
import dev.plumbline.lifecycle.drift.verdict.Look;
import dev.plumbline.lifecycle.drift.verdict.Movement;
import dev.plumbline.lifecycle.drift.verdict.OnsetEstimate;
import dev.plumbline.lifecycle.drift.verdict.SignalReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a verdict says as parts of a document; read again only to be compared. */
final class VerdictParts {

  private VerdictParts() {}

  static Map<String, Object> of(DriftVerdict verdict) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("cycle", verdict.evidence().cycle());
    parts.put("at", verdict.evidence().at().toString());
    parts.put("state", verdict.state().label());
    parts.put("reason", verdict.reason());
    parts.put("page", verdict.page());
    parts.put("attribution", EvidenceWriter.name(verdict.attribution()));
    verdict.onset().ifPresent(onset -> parts.put("onset", onset(onset)));
    parts.put("signals", verdict.evidence().readings().stream().map(VerdictParts::signal).toList());
    parts.put("moved", verdict.moved().stream().map(VerdictParts::movement).toList());
    parts.put("facts", verdict.evidence().facts().stream().map(VerdictParts::fact).toList());
    parts.put("configuration_differences", verdict.evidence().differences());
    verdict.evidence().batch().ifPresent(batch -> parts.put("batch", batch(batch)));
    return parts;
  }

  private static Map<String, Object> onset(OnsetEstimate onset) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("cycle", onset.cycle());
    parts.put("at", onset.at().toString());
    parts.put("earliest", onset.earliest().toString());
    parts.put("latest", onset.latest().toString());
    return parts;
  }

  private static Map<String, Object> signal(SignalReading reading) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("arm", EvidenceWriter.name(reading.arm()));
    parts.put("name", reading.armName());
    parts.put("signal", reading.signal());
    parts.put("tier", EvidenceWriter.name(reading.tier()));
    parts.put("log_statistic", reading.logStatistic());
    parts.put("log_threshold", reading.logThreshold());
    parts.put("crossed", reading.crossed());
    reading.onset().ifPresent(onset -> parts.put("onset_cycle", onset.cycle()));
    if (!reading.notes().isEmpty()) {
      parts.put("notes", reading.notes());
    }
    return parts;
  }

  private static Map<String, Object> movement(Movement movement) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("what", movement.what());
    parts.put("before", movement.before());
    parts.put("since", movement.since());
    parts.put("effect", effect(movement.effect()));
    return parts;
  }

  private static Map<String, Object> effect(Effect effect) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("measure", EvidenceWriter.name(effect.measure()));
    parts.put("estimate", effect.estimate());
    effect
        .interval()
        .ifPresent(
            interval -> parts.put("interval_95", List.of(interval.lower(), interval.upper())));
    return parts;
  }

  private static Map<String, Object> fact(FactChange fact) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("name", fact.name());
    fact.before().ifPresent(before -> parts.put("before", before));
    fact.now().ifPresent(now -> parts.put("now", now));
    return parts;
  }

  private static Map<String, Object> batch(BatchOutcome batch) {
    List<Object> tests = new ArrayList<>();
    for (int i = 0; i < batch.results().size(); i++) {
      TestResult result = batch.results().get(i);
      Map<String, Object> parts = new LinkedHashMap<>();
      parts.put("method", result.method());
      parts.put("statistic", result.statistic());
      parts.put("p", result.p());
      parts.put("p_holm", batch.adjusted().get(i));
      parts.put("effect", effect(result.effect()));
      tests.add(parts);
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    if (batch.look() != Look.CONFIRMATION) {
      parts.put("look", EvidenceWriter.name(batch.look()));
    }
    parts.put("at", batch.at().toString());
    batch.gap().ifPresent(why -> parts.put("gap", why));
    parts.put("tests", tests);
    return parts;
  }
}
