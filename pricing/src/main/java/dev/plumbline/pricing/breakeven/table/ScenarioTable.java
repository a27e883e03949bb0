package dev.plumbline.pricing.breakeven.table;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import dev.plumbline.pricing.breakeven.fixed.MonthlyCosts;
import dev.plumbline.pricing.breakeven.fixed.PeopleCosts;
import dev.plumbline.pricing.breakeven.fixed.RetrainingSchedule;
import dev.plumbline.pricing.breakeven.fixed.TrainingRuns;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.Retries;
import dev.plumbline.pricing.inference.Side;
import dev.plumbline.pricing.inference.TokenPrices;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Reads a scenario from the 51 input columns. Suffix {@code _b} is the base side, {@code _f} the
 * fine-tuned one; {@code p_*} and {@code q_*} are their prices in US dollars per million tokens.
 */
public final class ScenarioTable {

  /** The input columns in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "case_id",
          "title",
          "base_model",
          "p_in",
          "p_cr",
          "p_cw",
          "p_out",
          "tier_b",
          "cache_mode_b",
          "S_b",
          "U_b",
          "O_b",
          "W_b",
          "ft_model",
          "q_in",
          "q_cr",
          "q_cw",
          "q_out",
          "tier_f",
          "cache_mode_f",
          "S_f",
          "U_f",
          "O_f",
          "W_f",
          "hit_model",
          "h_b",
          "h_f",
          "ttl_s",
          "phi_b",
          "phi_f",
          "max_retries",
          "loss_per_failed_request",
          "fallback_share",
          "train_rows",
          "tokens_per_row",
          "epochs",
          "runs",
          "train_price",
          "free_training_tokens",
          "label_minutes_per_row",
          "wage_per_hour",
          "eval_cost_per_run",
          "eng_fixed",
          "retrain_every_months",
          "retrain_runs",
          "retrain_people_cost",
          "ft_fixed_per_month",
          "base_fixed_per_month",
          "horizon_months",
          "annual_discount",
          "n_ref");

  private static final int UNLIMITED = -1;

  private ScenarioTable() {}

  /**
   * The scenario of one row.
   *
   * @param cells text by column; other columns are ignored
   * @throws BadCellException naming the first column that cannot be used
   */
  public static BreakEvenScenario scenario(Map<String, String> cells) {
    var row = new ScenarioRow(cells);
    Retries retries = retries(row);
    Side base = side(row, BASE);
    Side tuned = side(row, TUNED);
    row.part("phi_b", () -> retries.attempts(base.failureRate()));
    row.part("phi_f", () -> retries.attempts(tuned.failureRate()));
    BigDecimal discount = row.notNegative("annual_discount");
    return row.part(
        "annual_discount",
        () ->
            new BreakEvenScenario(
                row.text("case_id"),
                base,
                tuned,
                retries,
                row.share("fallback_share"),
                fixed(row),
                horizon(row),
                discount,
                row.notNegative("n_ref")));
  }

  private static Side side(ScenarioRow row, SideColumns columns) {
    TokenPrices prices = columns.prices(row);
    TrafficProfile traffic = columns.traffic(row);
    CacheProfile cache =
        new CacheProfile(
            row.part(columns.named("cache_mode"), () -> columns.cacheMode(row)),
            hitRate(row, columns.named("h")));
    return row.part(
        columns.named("W"),
        () ->
            new Side(
                row.text(columns.model()),
                prices,
                row.notNegative(columns.named("tier")),
                traffic,
                cache,
                row.share(columns.named("phi"))));
  }

  private static final SideColumns BASE = new SideColumns("base_model", "p_", "_b");
  private static final SideColumns TUNED = new SideColumns("ft_model", "q_", "_f");

  /** The columns of one side. */
  private record SideColumns(String model, String pricePrefix, String suffix) {

    String named(String symbol) {
      return symbol + suffix;
    }

    TokenPrices prices(ScenarioRow row) {
      return new TokenPrices(
          row.notNegative(pricePrefix + "in"),
          row.notNegative(pricePrefix + "cr"),
          row.notNegative(pricePrefix + "cw"),
          row.notNegative(pricePrefix + "out"));
    }

    TrafficProfile traffic(ScenarioRow row) {
      return new TrafficProfile(
          row.notNegative(named("S")),
          row.notNegative(named("U")),
          row.notNegative(named("O")),
          row.notNegative(named("W")));
    }

    CacheMode cacheMode(ScenarioRow row) {
      return CacheMode.of(row.text(named("cache_mode")));
    }
  }

  private static HitRate hitRate(ScenarioRow row, String column) {
    String model = row.text("hit_model");
    return switch (model) {
      case "fixed" -> new HitRate.Fixed(row.share(column));
      case "poisson" -> HitRate.poisson(row.notNegative("ttl_s"));
      case "poisson_from_write" -> HitRate.poissonFromWrite(row.notNegative("ttl_s"));
      default ->
          throw new BadCellException(
              "hit_model",
              "is not a hit model: \"" + model + "\"; use fixed, poisson or poisson_from_write");
    };
  }

  private static Retries retries(ScenarioRow row) {
    int limit = row.whole("max_retries");
    Money loss =
        limit == UNLIMITED
            ? Money.usd(row.unused("loss_per_failed_request"))
            : row.money("loss_per_failed_request");
    return row.part("max_retries", () -> Retries.of(limit, loss));
  }

  private static FixedCosts fixed(ScenarioRow row) {
    return new FixedCosts(
        training(row),
        new PeopleCosts(
            row.notNegative("label_minutes_per_row"),
            row.money("wage_per_hour"),
            row.money("eval_cost_per_run"),
            row.money("eng_fixed")),
        retraining(row),
        new MonthlyCosts(row.money("base_fixed_per_month"), row.money("ft_fixed_per_month")));
  }

  private static TrainingRuns training(ScenarioRow row) {
    return new TrainingRuns(
        row.notNegative("train_rows"),
        row.notNegative("tokens_per_row"),
        row.notNegative("epochs"),
        row.notNegative("runs"),
        row.notNegative("train_price"),
        row.notNegative("free_training_tokens"),
        Money.usd("0"));
  }

  private static RetrainingSchedule retraining(ScenarioRow row) {
    BigDecimal runs = row.notNegative("retrain_runs");
    Money people = row.money("retrain_people_cost");
    BigDecimal months = row.notNegative("retrain_every_months");
    return row.part("retrain_every_months", () -> new RetrainingSchedule(months, runs, people));
  }

  private static Horizon horizon(ScenarioRow row) {
    BigDecimal months = row.notNegative("horizon_months");
    return row.part("horizon_months", () -> Horizon.ofMonths(months));
  }
}
