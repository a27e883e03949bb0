package dev.plumbline.api.breakeven;

import dev.plumbline.api.web.QueryValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each number of the page may be. The use case refuses one wrong value at a time; a form shows
 * them all at once.
 */
final class BreakEvenRanges {

  private static final String MOST_TOKENS = "10000000";
  private static final String MOST_DOLLARS = "1000000000";

  private static final List<String> TOKENS =
      List.of(
          "compressed",
          "static_base",
          "static_tuned",
          "input_base",
          "input_tuned",
          "output_base",
          "output_tuned",
          "written",
          "row_tokens");

  private static final List<String> SHARES =
      List.of("hit_base", "hit_tuned", "failing_base", "failing_tuned", "fallback", "discount");

  private static final List<String> DOLLARS =
      List.of(
          "loss",
          "wage",
          "evaluation",
          "engineering",
          "retrain_people",
          "fixed_tuned",
          "fixed_base");

  private BreakEvenRanges() {}

  /** Every parameter as plain text, numbers without digit groups; refusals stay in the values. */
  static Map<String, String> read(QueryValues values, Map<String, String> defaults) {
    Map<String, String> given = new TreeMap<>();
    defaults.keySet().forEach(name -> given.put(name, values.text(name)));
    TOKENS.forEach(name -> given.put(name, number(values, name, "0", MOST_TOKENS)));
    SHARES.forEach(name -> given.put(name, number(values, name, "0", "100")));
    DOLLARS.forEach(name -> given.put(name, number(values, name, "0", MOST_DOLLARS)));
    given.put("volume", number(values, "volume", "0", "1000000000"));
    given.put("ttl", number(values, "ttl", "0", "31536000"));
    given.put("retries", Integer.toString(values.whole("retries", -1, 1000)));
    given.put("rows", number(values, "rows", "0", "50000000"));
    given.put("epochs", number(values, "epochs", "0", "50"));
    given.put("runs", number(values, "runs", "0", "1000"));
    given.put("free_tokens", number(values, "free_tokens", "0", "1000000000000"));
    given.put("label_minutes", number(values, "label_minutes", "0", "10000"));
    given.put("retrain_every", number(values, "retrain_every", "0", "600"));
    given.put("retrain_runs", number(values, "retrain_runs", "0", "1000"));
    given.put("months", number(values, "months", "0.1", "600"));
    given.put("at", values.day("at").toString());
    return given;
  }

  private static String number(QueryValues values, String name, String lowest, String highest) {
    return values.number(name, lowest, highest).toPlainString();
  }
}
