package dev.plumbline.api.breakeven;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What the page asks when it is opened without a question: a real one with a real answer. */
final class BreakEvenDefaults {

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("model", "gpt-4o-2024-08-06"),
          Map.entry("tier", "standard"),
          Map.entry("other", "gpt-6-luna"),
          Map.entry("compressed", "3000"),
          Map.entry("static_base", "6000"),
          Map.entry("static_tuned", "200"),
          Map.entry("input_base", "800"),
          Map.entry("input_tuned", "800"),
          Map.entry("output_base", "200"),
          Map.entry("output_tuned", "200"),
          Map.entry("volume", "100000"),
          Map.entry("cache", "auto"),
          Map.entry("hits", "fixed"),
          Map.entry("hit_base", "75"),
          Map.entry("hit_tuned", "0"),
          Map.entry("ttl", "300"),
          Map.entry("written", "0"),
          Map.entry("failing_base", "0"),
          Map.entry("failing_tuned", "0"),
          Map.entry("retries", "-1"),
          Map.entry("loss", "0"),
          Map.entry("fallback", "0"),
          Map.entry("rows", "800"),
          Map.entry("row_tokens", "1200"),
          Map.entry("epochs", "3"),
          Map.entry("runs", "2"),
          Map.entry("free_tokens", "0"),
          Map.entry("label_minutes", "0"),
          Map.entry("wage", "0"),
          Map.entry("evaluation", "20"),
          Map.entry("engineering", "0"),
          Map.entry("retrain_every", "0"),
          Map.entry("retrain_runs", "0"),
          Map.entry("retrain_people", "0"),
          Map.entry("fixed_tuned", "0"),
          Map.entry("fixed_base", "0"),
          Map.entry("months", "12"),
          Map.entry("discount", "0"));

  private BreakEvenDefaults() {}

  /** The defaults, with prices of this day. */
  static Map<String, String> on(LocalDate day) {
    Map<String, String> values = new HashMap<>(VALUES);
    values.put("at", day.toString());
    return values;
  }
}
