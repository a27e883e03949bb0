package dev.plumbline.api.estimates;

import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.QueryValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inputs of the estimate page beside the files. */
final class EstimateFields {

  private EstimateFields() {}

  static Map<String, String> defaults(LocalDate today) {
    return Map.of(
        "model", "gpt-4o-mini-2024-07-18", "epochs", "", "runs", "1", "at", today.toString());
  }

  static Field model(List<Choice> models) {
    return Field.select(
        "model", "Model to fine-tune", "Its rules count the tokens and decide the price.", models);
  }

  static List<Field> job() {
    return List.of(
        Field.number("epochs", "Epochs", "times", "Empty takes the provider's automatic rule."),
        Field.number("runs", "Runs", "jobs", "Jobs of the same rows."),
        Field.date("at", "Day of the job", "Prices and training end as of this day, UTC."));
  }

  /** How the job would be run; what is wrong is refused by name and takes its default. */
  static JobWish wish(QueryValues values) {
    Optional<Integer> epochs =
        values.textIfAny("epochs").map(text -> values.whole("epochs", 1, 50));
    return JobWish.of(
        values.refusals().containsKey("epochs") ? Optional.empty() : epochs,
        values.whole("runs", 1, 10_000),
        values.day("at"));
  }
}
