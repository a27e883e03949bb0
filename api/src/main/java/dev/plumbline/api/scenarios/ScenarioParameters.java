package dev.plumbline.api.scenarios;

import dev.plumbline.core.model.ModelNames;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The common scenario as named parameters: one model, tuned or not. The names are those of the
 * break-even page's address, so the page's query is also a query of the interface; shares are in
 * percent, as the page shows them.
 */
public final class ScenarioParameters {

  /** Planning default where no hit rate is known, at the careful end of 60 to 90 percent. */
  private static final String USUAL_HIT_PERCENT = "60";

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
  private final List<JsonValue> assumed = new ArrayList<>();

  private ScenarioParameters(Map<String, String> given) {
    this.given = given;
  }

  /**
   * The scenario document that the parameters stand for.
   *
   * @param given text by name; empty text counts as not given
   * @throws ScenarioRefusedException naming the parameter
   */
  public static JsonObject document(Map<String, String> given) {
    given
        .keySet()
        .forEach(
            name -> {
              if (!NAMES.contains(name)) {
                throw new ScenarioRefusedException(
                    name, "is not known; known: " + String.join(", ", NAMES));
              }
            });
    return new ScenarioParameters(given).document();
  }

  /** The question of the parameters, read like a document. */
  public static ScenarioRequest read(Map<String, String> given) {
    return ScenarioReader.read(document(given));
  }

  private JsonObject document() {
    var fields = new Draft();
    fields.put("version", new JsonNumber(String.valueOf(ScenarioReader.VERSION)));
    fields.text("name", "fine-tuning " + needed("model"));
    fields.text("at", text("at"));
    fields.number("requests_per_month", Optional.of(needed("volume")));
    fields.number("horizon_months", text("months"));
    fields.number("annual_discount", percent("discount"));
    fields.put("base", base("", untuned(), text("static_base")));
    fields.put("tuned", tuned());
    List<JsonValue> others = alternatives();
    if (!others.isEmpty()) {
      fields.put("alternatives", new JsonArray(others));
    }
    fields.put("training", training());
    fields.object("people", people());
    fields.object("retraining", retraining());
    fields.object("retries", retries());
    fields.number("fallback_share", percent("fallback"));
    if (!assumed.isEmpty()) {
      fields.put("assumed", new JsonArray(assumed));
    }
    return fields.object();
  }

  private List<JsonValue> alternatives() {
    List<JsonValue> others = new ArrayList<>();
    text("compressed")
        .filter(tokens -> !tokens.equals("0"))
        .ifPresent(
            tokens ->
                others.add(
                    base(needed("model") + ", compressed prompt", untuned(), Optional.of(tokens))));
    text("other")
        .ifPresent(
            models -> {
              for (String model : models.split(",", 11)) {
                others.add(
                    base(model.strip() + ", long prompt", model.strip(), text("static_base")));
              }
            });
    return others;
  }

  private JsonObject base(String name, String model, Optional<String> prompt) {
    var side = new Draft();
    if (!name.isEmpty()) {
      side.text("name", name);
    }
    side.text("model", model);
    side.text("tier", text("tier"));
    side.number("static_tokens", prompt);
    side.number("variable_tokens", text("input_base"));
    side.number("output_tokens", text("output_base"));
    side.number("written_tokens", text("written"));
    side.number("failure_rate", percent("failing_base"));
    side.number("fixed_per_month", text("fixed_base"));
    hits(side, "hit_base");
    if (name.isEmpty() && !side.has("hit_rate") && !side.has("hit_model")) {
      assume("base.hit_rate");
    }
    if (!side.has("hit_rate") && !side.has("hit_model")) {
      side.number("hit_rate", Optional.of(shareOf("hit_base", USUAL_HIT_PERCENT)));
    }
    return side.object();
  }

  private void assume(String field) {
    var row = new Draft();
    row.text("field", field);
    row.text("value", shareOf("hit_base", USUAL_HIT_PERCENT));
    row.text(
        "note", "planning default, 0.60 to 0.90 are usual; measure the share of cached tokens");
    assumed.add(row.object());
  }

  private JsonObject tuned() {
    var side = new Draft();
    side.text("name", needed("model") + ", fine-tuned");
    side.text("model", needed("model"));
    side.text("tier", text("tier"));
    side.number("static_tokens", text("static_tuned"));
    side.number("variable_tokens", text("input_tuned").or(() -> text("input_base")));
    side.number("output_tokens", text("output_tuned").or(() -> text("output_base")));
    side.number("failure_rate", percent("failing_tuned"));
    side.number("fixed_per_month", text("fixed_tuned"));
    side.text("shutdown", text("shutdown"));
    hits(side, "hit_tuned");
    return side.object();
  }

  private void hits(Draft side, String share) {
    Optional<String> cache = text("cache").filter(mode -> !mode.equals("auto"));
    side.text("cache", cache);
    if (cache.filter("none"::equals).isPresent()) {
      side.text("hit_rate", "0");
      return;
    }
    String hits =
        text("hits")
            .orElse(text(share).isEmpty() && text("ttl").isPresent() ? "arrivals" : "fixed");
    if (hits.equals("arrivals")) {
      side.text("hit_model", "poisson");
      side.number("ttl_seconds", text("ttl"));
    } else if (hits.equals("fixed")) {
      side.number("hit_rate", percent(share));
    } else {
      throw new ScenarioRefusedException("hits", "is fixed or arrivals, not \"" + hits + "\"");
    }
  }

  private JsonObject training() {
    var training = new Draft();
    training.number("rows", text("rows"));
    training.number("tokens_per_row", text("row_tokens"));
    training.number("tokens", text("training_tokens"));
    training.number("epochs", text("epochs"));
    training.number("runs", text("runs"));
    training.number("price", text("training_price"));
    training.number("free_tokens", text("free_tokens"));
    training.number("cost", text("training_cost"));
    if (!training.has("rows") && !training.has("tokens") && !training.has("cost")) {
      throw new ScenarioRefusedException(
          "rows", "is missing; give rows and row_tokens, or training_tokens, or training_cost");
    }
    return training.object();
  }

  /** The long prompt goes to the base of a fine-tune, never to the fine-tune. */
  private String untuned() {
    String model = needed("model");
    return text("base")
        .orElseGet(
            () ->
                ModelNames.bundled()
                    .parse(model)
                    .match(
                        id -> id.kind().isFineTuned() ? id.base().orElse(model) : model,
                        none -> model));
  }

  private Draft people() {
    var people = new Draft();
    people.number("label_minutes_per_row", text("label_minutes"));
    people.number("wage_per_hour", text("wage"));
    people.number("evaluation_per_run", text("evaluation"));
    people.number("engineering", text("engineering"));
    return people;
  }

  private Draft retraining() {
    var retraining = new Draft();
    if (text("retrain_every").isPresent()) {
      retraining.number("every_months", text("retrain_every"));
      retraining.number("runs", text("retrain_runs"));
      retraining.number("people_cost", text("retrain_people"));
    }
    return retraining;
  }

  private Draft retries() {
    var retries = new Draft();
    retries.number("limit", text("retries"));
    retries.number("loss_per_failed_request", text("loss"));
    return retries;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private String needed(String name) {
    return text(name)
        .orElseThrow(() -> new ScenarioRefusedException(name, "is missing; it has no default"));
  }

  private Optional<String> percent(String name) {
    return text(name).map(text -> shareOf(name, text));
  }

  private static String shareOf(String name, String percent) {
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
