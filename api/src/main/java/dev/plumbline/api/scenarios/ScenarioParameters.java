package dev.plumbline.api.scenarios;

import dev.plumbline.core.model.ModelNames;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonArray;
import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The common scenario as named parameters: one model, tuned or not. The names are those of the
 * break-even page's address, so the page's query is also a query of the interface; shares are in
 * percent, as the page shows them.
 */
public final class ScenarioParameters {

  /** Planning default where no hit rate is known, at the careful end of 60 to 90 percent. */
  private static final String USUAL_HIT_PERCENT = "60";

  private final GivenParameters given;
  private final List<JsonValue> assumed = new ArrayList<>();

  private ScenarioParameters(GivenParameters given) {
    this.given = given;
  }

  /**
   * The scenario document that the parameters stand for.
   *
   * @param given text by name; empty text counts as not given
   * @throws ScenarioRefusedException naming the parameter
   */
  public static JsonObject document(Map<String, String> given) {
    return new ScenarioParameters(new GivenParameters(given)).document();
  }

  /** The question of the parameters, read like a document. */
  public static ScenarioRequest read(Map<String, String> given) {
    return ScenarioReader.read(document(given));
  }

  private JsonObject document() {
    var fields = new Draft();
    fields.put("version", new JsonNumber(String.valueOf(ScenarioReader.VERSION)));
    fields.text("name", "fine-tuning " + given.needed("model"));
    fields.text("at", given.text("at"));
    fields.number("requests_per_month", Optional.of(given.needed("volume")));
    fields.number("horizon_months", given.text("months"));
    fields.number("annual_discount", given.percent("discount"));
    fields.put("base", base("", untuned(), given.text("static_base")));
    fields.put("tuned", tuned());
    List<JsonValue> others = alternatives();
    if (!others.isEmpty()) {
      fields.put("alternatives", new JsonArray(others));
    }
    fields.put("training", training());
    fields.object("people", people());
    fields.object("retraining", retraining());
    fields.object("retries", retries());
    fields.number("fallback_share", given.percent("fallback"));
    if (!assumed.isEmpty()) {
      fields.put("assumed", new JsonArray(assumed));
    }
    return fields.object();
  }

  private List<JsonValue> alternatives() {
    List<JsonValue> others = new ArrayList<>();
    given
        .text("compressed")
        .filter(tokens -> !tokens.equals("0"))
        .ifPresent(
            tokens ->
                others.add(
                    base(
                        given.needed("model") + ", compressed prompt",
                        untuned(),
                        Optional.of(tokens))));
    given
        .text("other")
        .ifPresent(
            models -> {
              for (String model : models.split(",", 11)) {
                others.add(
                    base(
                        model.strip() + ", long prompt", model.strip(), given.text("static_base")));
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
    side.text("tier", given.text("tier"));
    side.number("static_tokens", prompt);
    side.number("variable_tokens", given.text("input_base"));
    side.number("output_tokens", given.text("output_base"));
    side.number("written_tokens", given.text("written"));
    side.number("failure_rate", given.percent("failing_base"));
    side.number("fixed_per_month", given.text("fixed_base"));
    hits(side, "hit_base");
    if (name.isEmpty() && !side.has("hit_rate") && !side.has("hit_model")) {
      assume("base.hit_rate");
    }
    if (!side.has("hit_rate") && !side.has("hit_model")) {
      side.number("hit_rate", Optional.of(GivenParameters.shareOf("hit_base", USUAL_HIT_PERCENT)));
    }
    return side.object();
  }

  private void assume(String field) {
    var row = new Draft();
    row.text("field", field);
    row.text("value", GivenParameters.shareOf("hit_base", USUAL_HIT_PERCENT));
    row.text(
        "note", "planning default, 0.60 to 0.90 are usual; measure the share of cached tokens");
    assumed.add(row.object());
  }

  private JsonObject tuned() {
    var side = new Draft();
    side.text("name", given.needed("model") + ", fine-tuned");
    side.text("model", given.needed("model"));
    side.text("tier", given.text("tier"));
    side.number("static_tokens", given.text("static_tuned"));
    side.number("variable_tokens", given.text("input_tuned").or(() -> given.text("input_base")));
    side.number("output_tokens", given.text("output_tuned").or(() -> given.text("output_base")));
    side.number("failure_rate", given.percent("failing_tuned"));
    side.number("fixed_per_month", given.text("fixed_tuned"));
    side.text("shutdown", given.text("shutdown"));
    hits(side, "hit_tuned");
    return side.object();
  }

  private void hits(Draft side, String share) {
    Optional<String> cache = given.text("cache").filter(mode -> !mode.equals("auto"));
    side.text("cache", cache);
    if (cache.filter("none"::equals).isPresent()) {
      side.text("hit_rate", "0");
      return;
    }
    String hits =
        given
            .text("hits")
            .orElse(
                given.text(share).isEmpty() && given.text("ttl").isPresent()
                    ? "arrivals"
                    : "fixed");
    if (hits.equals("arrivals")) {
      side.text("hit_model", "poisson");
      side.number("ttl_seconds", given.text("ttl"));
    } else if (hits.equals("fixed")) {
      side.number("hit_rate", given.percent(share));
    } else {
      throw new ScenarioRefusedException("hits", "is fixed or arrivals, not \"" + hits + "\"");
    }
  }

  private JsonObject training() {
    var training = new Draft();
    training.number("rows", given.text("rows"));
    training.number("tokens_per_row", given.text("row_tokens"));
    training.number("tokens", given.text("training_tokens"));
    training.number("epochs", given.text("epochs"));
    training.number("runs", given.text("runs"));
    training.number("price", given.text("training_price"));
    training.number("free_tokens", given.text("free_tokens"));
    training.number("cost", given.text("training_cost"));
    if (!training.has("rows") && !training.has("tokens") && !training.has("cost")) {
      throw new ScenarioRefusedException(
          "rows", "is missing; give rows and row_tokens, or training_tokens, or training_cost");
    }
    return training.object();
  }

  /** The long prompt goes to the base of a fine-tune, never to the fine-tune. */
  private String untuned() {
    String model = given.needed("model");
    return given
        .text("base")
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
    people.number("label_minutes_per_row", given.text("label_minutes"));
    people.number("wage_per_hour", given.text("wage"));
    people.number("evaluation_per_run", given.text("evaluation"));
    people.number("engineering", given.text("engineering"));
    return people;
  }

  private Draft retraining() {
    var retraining = new Draft();
    if (given.text("retrain_every").isPresent()) {
      retraining.number("every_months", given.text("retrain_every"));
      retraining.number("runs", given.text("retrain_runs"));
      retraining.number("people_cost", given.text("retrain_people"));
    }
    return retraining;
  }

  private Draft retries() {
    var retries = new Draft();
    retries.number("limit", given.text("retries"));
    retries.number("loss_per_failed_request", given.text("loss"));
    return retries;
  }
}
