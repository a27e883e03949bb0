package dev.plumbline.api.scenarios;

import dev.plumbline.api.scenarios.ScenarioRequest.TrainingRequest;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.explore.Guess;
import dev.plumbline.pricing.breakeven.explore.GuessRange;
import dev.plumbline.pricing.breakeven.explore.Tornado;
import dev.plumbline.pricing.breakeven.explore.Uncertainty;
import dev.plumbline.pricing.breakeven.fixed.PeopleCosts;
import dev.plumbline.pricing.breakeven.fixed.RetrainingSchedule;
import dev.plumbline.pricing.inference.Retries;
import dev.plumbline.pricing.json.JsonLimits;
import dev.plumbline.pricing.json.JsonReader;
import dev.plumbline.pricing.json.JsonRefusedException;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads scenario documents of version 1; unknown fields are refused, because they are typos. */
public final class ScenarioReader {

  /** The version of the document's shape; a change that breaks readers gets the next one. */
  public static final int VERSION = 1;

  /** A scenario is written by hand: it is small, flat and short of words. */
  private static final JsonReader JSON = new JsonReader(new JsonLimits(8, 1_000, 100, 40));

  /** Points of an uncertainty: usual and most; a search at each point is ten times the work. */
  private static final int USUAL_POINTS = 1024;

  private static final int MOST_POINTS = 1 << 14;
  private static final int SEARCH_FACTOR = 8;
  private static final int MOST_ALTERNATIVES = 10;
  private static final String ZERO = "0";
  private static final String ONE = "1";

  private ScenarioReader() {}

  /**
   * Reads a document.
   *
   * @throws ScenarioRefusedException naming the first field that cannot be used
   */
  public static ScenarioRequest read(String document) {
    try {
      return read(JSON.read(document));
    } catch (JsonRefusedException e) {
      throw new ScenarioRefusedException(e.field(), e.getMessage() + "; write one JSON object");
    }
  }

  static ScenarioRequest read(JsonValue document) {
    if (!(document instanceof JsonObject object)) {
      throw new ScenarioRefusedException("", "is " + document.kind() + "; write an object");
    }
    var fields = new Fields("", object);
    requireVersion(fields);
    ScenarioRequest request = request(fields);
    fields.refuseOthers();
    return request;
  }

  private static void requireVersion(Fields fields) {
    int version =
        fields
            .whole("version")
            .orElseThrow(() -> fields.refused("version", "is missing; write \"version\": 1"));
    if (version != VERSION) {
      throw fields.refused("version", "is " + version + "; this Plumbline reads version 1");
    }
  }

  private static ScenarioRequest request(Fields fields) {
    SideRequest base = SideReader.needed(fields, "base");
    SideRequest tuned = SideReader.needed(fields, "tuned");
    if (base.name().equals(tuned.name())) {
      throw fields.refused("tuned.name", "is that of the base side too; name it otherwise");
    }
    boolean searched = base.dependsOnVolume() || tuned.dependsOnVolume();
    return new ScenarioRequest(
        fields.text("name").orElse("break-even"),
        fields.day("at"),
        base,
        tuned,
        alternatives(fields),
        retries(fields),
        fields.share("fallback_share", ZERO),
        training(fields),
        people(fields),
        retraining(fields),
        fields.number("horizon_months", "12"),
        fields.number("annual_discount", ZERO),
        fields.needed("requests_per_month"),
        spread(fields),
        fields.objects("assumed").stream().map(ScenarioReader::assumed).toList(),
        fields
            .object("uncertainty")
            .map(given -> uncertainty(given, searched ? SEARCH_FACTOR : 1)));
  }

  /** A value that the writer of the document did not know but had to put in. */
  private static Assumption assumed(Fields row) {
    String field = row.text("field").orElseThrow(() -> row.refused("field", "is missing"));
    Assumption assumption =
        Assumption.of(
            Assumption.Kind.ASSUMED,
            field,
            row.text("value").orElse(""),
            row.text("note").orElse(""));
    row.refuseOthers();
    return assumption;
  }

  private static List<SideRequest> alternatives(Fields fields) {
    List<Fields> sides = fields.objects("alternatives");
    if (sides.size() > MOST_ALTERNATIVES) {
      throw fields.refused("alternatives", "has more than 10 sides");
    }
    return sides.stream().map(SideReader::side).toList();
  }

  private static BigDecimal spread(Fields fields) {
    BigDecimal spread = fields.share("spread", Tornado.USUAL_SPREAD.toPlainString());
    if (spread.signum() == 0 || spread.compareTo(BigDecimal.ONE) == 0) {
      throw fields.refused("spread", "lies between 0 and 1; write 0.2 for 20 % each way");
    }
    return spread;
  }

  private static Retries retries(Fields fields) {
    Optional<Fields> retries = fields.object("retries");
    if (retries.isEmpty()) {
      return Retries.UNLIMITED;
    }
    Fields given = retries.get();
    int limit = given.whole("limit").orElse(-1);
    Money loss = given.money("loss_per_failed_request");
    given.refuseOthers();
    return given.part("limit", () -> Retries.of(limit, loss));
  }

  private static TrainingRequest training(Fields fields) {
    Fields training =
        fields
            .object("training")
            .orElseThrow(
                () ->
                    fields.refused(
                        "training",
                        "is missing; give rows, tokens_per_row and epochs, or tokens,"
                            + " or cost"));
    boolean whole = training.has("tokens");
    if (whole && (training.has("rows") || training.has("tokens_per_row"))) {
      throw training.refused("tokens", "stands beside rows; give one of the two");
    }
    BigDecimal rows = training.number("rows", whole ? ONE : ZERO);
    BigDecimal each = whole ? training.needed("tokens") : training.number("tokens_per_row", ZERO);
    TrainingRequest request =
        new TrainingRequest(
            rows,
            each,
            training.number("epochs", ONE),
            training.number("runs", ONE),
            training.number("price"),
            training.number("free_tokens", ZERO),
            training.money("cost"));
    training.refuseOthers();
    return request;
  }

  private static PeopleCosts people(Fields fields) {
    return fields
        .object("people")
        .map(
            people -> {
              PeopleCosts costs =
                  new PeopleCosts(
                      people.number("label_minutes_per_row", ZERO),
                      people.money("wage_per_hour"),
                      people.money("evaluation_per_run"),
                      people.money("engineering"));
              people.refuseOthers();
              return costs;
            })
        .orElse(PeopleCosts.NONE);
  }

  private static RetrainingSchedule retraining(Fields fields) {
    return fields
        .object("retraining")
        .map(
            given -> {
              BigDecimal months = given.needed("every_months");
              BigDecimal runs = given.number("runs", ONE);
              Money people = given.money("people_cost");
              given.refuseOthers();
              return given.part("every_months", () -> new RetrainingSchedule(months, runs, people));
            })
        .orElse(RetrainingSchedule.NEVER);
  }

  private static Uncertainty.Question uncertainty(Fields given, int work) {
    int points = given.whole("points").orElse(USUAL_POINTS / work);
    if (points < 1 || points > MOST_POINTS / work) {
      throw given.refused("points", "are 1 to %,d here".formatted(MOST_POINTS / work));
    }
    long seed = given.whole("seed").orElse(1);
    List<GuessRange> ranges = new ArrayList<>();
    for (Fields range : given.objects("inputs")) {
      ranges.add(range(range));
    }
    given.refuseOthers();
    return new Uncertainty.Question(ranges.isEmpty() ? GuessRange.USUAL : ranges, points, seed);
  }

  private static GuessRange range(Fields range) {
    Guess guess =
        range
            .word("input", ScenarioReader::guess)
            .orElseThrow(() -> range.refused("input", "is missing; name an input"));
    BigDecimal low = range.needed("low");
    BigDecimal high = range.needed("high");
    range.refuseOthers();
    return range.part("low", () -> new GuessRange(guess, low, high));
  }

  private static Guess guess(String key) {
    return Guess.findByKey(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "is not an input that can be varied: \"%s\"; use one of %s"
                        .formatted(
                            key, List.of(Guess.values()).stream().map(Guess::key).toList())));
  }
}
