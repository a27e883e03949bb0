package dev.plumbline.lifecycle.drift.evidence;

import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Materiality;
import dev.plumbline.lifecycle.drift.verdict.VerdictRules;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of a monitor as parts of a document, in both directions. */
final class SettingsParts {

  private SettingsParts() {}

  static Map<String, Object> of(MonitorSettings settings) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("seed", settings.seed());
    parts.put("year", settings.grant().year());
    parts.put("stream", settings.grant().stream());
    parts.put("alpha_of_year", settings.grant().ofYear());
    parts.put("border_threshold", settings.borderThreshold());
    parts.put("mix_alpha", settings.mixAlpha());
    VerdictRules rules = settings.rules();
    parts.put("cycles_to_learn", rules.cyclesToLearn());
    parts.put("confirmation_delay", rules.confirmationDelay().toString());
    parts.put("confirmation_alpha", rules.confirmationAlpha());
    parts.put("refutations_to_clear", rules.refutationsToClear());
    parts.put("serving_digest", rules.servingDigest().toString());
    parts.put("material_points", rules.materiality().points());
    parts.put("material_cost", rules.materiality().cost());
    parts.put("material_latency", rules.materiality().latency());
    return parts;
  }

  static MonitorSettings settings(JsonPart part) {
    return new MonitorSettings(
        part.get("seed").whole(),
        new AlphaGrant(
            part.get("year").small(),
            part.get("stream").small(),
            part.get("alpha_of_year").number()),
        part.get("border_threshold").number(),
        part.get("mix_alpha").number(),
        rules(part));
  }

  private static VerdictRules rules(JsonPart part) {
    return new VerdictRules(
        part.get("cycles_to_learn").small(),
        duration(part.get("confirmation_delay")),
        part.get("confirmation_alpha").number(),
        part.get("refutations_to_clear").small(),
        duration(part.get("serving_digest")),
        new Materiality(
            part.get("material_points").number(),
            part.get("material_cost").number(),
            part.get("material_latency").number()));
  }

  private static Duration duration(JsonPart part) {
    return part.as(text -> Duration.parse(text.text()));
  }
}
