package dev.plumbline.api.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.evaluation.Rehearsal;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How strictly a rehearsal is judged, and over which answers.
 *
 * @param until answers after that moment do not count, so that a verdict can be computed again
 */
record RehearsalWish(Rehearsal.Margins margins, Instant until) {

  private static final int MOST_FAMILIES = 100;

  /**
   * @param families such as {@code refusal=0.1}
   */
  static RehearsalWish of(
      String margin, List<String> families, String alpha, String until, Instant now) {
    if (families.size() > MOST_FAMILIES) {
      throw Input.refused("family_margin", "more than " + MOST_FAMILIES);
    }
    Map<String, Double> own = new TreeMap<>();
    for (String each : families) {
      int sign = each.lastIndexOf('=');
      if (sign < 1) {
        throw Input.refused("family_margin", "FAMILY=SHARE is needed, such as refusal=0.1");
      }
      own.put(each.substring(0, sign), share("family_margin", each.substring(sign + 1), 1));
    }
    return new RehearsalWish(
        new Rehearsal.Margins(share("margin", margin, 1), own, share("alpha", alpha, .5)),
        until.isEmpty() ? now : Input.read("until", () -> Instant.parse(until)));
  }

  /** Five points and five percent, with all answers so far. */
  static RehearsalWish usual(Instant now) {
    return new RehearsalWish(new Rehearsal.Margins(.05, Map.of(), .05), now);
  }

  private static double share(String field, String text, double below) {
    double share = Input.read(field, () -> Double.parseDouble(text));
    if (!(share > 0 && share < below)) {
      throw Input.refused(field, "between 0 and %s, not %s".formatted(below, text));
    }
    return share;
  }

  /** The same question as a query. */
  String query() {
    StringBuilder text = new StringBuilder();
    text.append("margin=").append(margins.usual()).append("&alpha=").append(margins.alpha());
    new TreeMap<>(margins.own())
        .forEach(
            (family, share) ->
                text.append("&family_margin=")
                    .append(URLEncoder.encode(family + "=" + share, UTF_8)));
    return text.append("&until=").append(until).toString();
  }
}
