package dev.plumbline.api.scenarios;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a question as text; a name that nobody reads is refused as a typo. */
final class GivenParameters {

  private static final int MOST_PLACES = 30;

  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              """
              model base tier other compressed static_base static_tuned input_base input_tuned \
              output_base output_tuned volume cache hits hit_base hit_tuned ttl written \
              failing_base failing_tuned retries loss fallback rows row_tokens epochs runs \
              free_tokens training_tokens training_cost training_price label_minutes wage \
              evaluation engineering retrain_every retrain_runs retrain_people fixed_tuned \
              fixed_base months discount shutdown at"""
                  .split(" ")));

  private final Map<String, String> given;

  GivenParameters(Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!NAMES.contains(name)) {
        throw new ScenarioRefusedException(
            name, "is not known; known: " + String.join(", ", NAMES));
      }
    }
    this.given = given;
  }

  /** The text when there is any. */
  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  String needed(String name) {
    return text(name)
        .orElseThrow(() -> new ScenarioRefusedException(name, "is missing; it has no default"));
  }

  /** A percentage as a share: 87 becomes 0.87. */
  Optional<String> percent(String name) {
    return text(name).map(text -> shareOf(name, text));
  }

  static String shareOf(String name, String percent) {
    try {
      BigDecimal number = new BigDecimal(percent);
      if (Math.abs((long) number.scale()) > MOST_PLACES) {
        throw new NumberFormatException("1e999999 would be a text of a million digits");
      }
      return number.movePointLeft(2).toPlainString();
    } catch (NumberFormatException e) {
      throw new ScenarioRefusedException(name, "is not a percentage; write 87 for 87 %");
    }
  }
}
