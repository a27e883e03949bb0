package dev.plumbline.pricing.breakeven.table;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEven;
import dev.plumbline.pricing.breakeven.BreakEvenAnswer;
import dev.plumbline.pricing.breakeven.FixedTotals;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Writes an answer as the 23 result columns: at most 12 decimals, half-even, no exponent. */
public final class AnswerTable {

  /** The result columns in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "cached_tokens_b",
          "cached_tokens_f",
          "attempts_b",
          "attempts_f",
          "cost_base_per_request",
          "cost_ft_per_request",
          "saving_per_request",
          "training_tokens_billed",
          "training_cost",
          "one_off_cost",
          "retrain_cost_each",
          "retrain_count",
          "annuity",
          "retrain_annuity",
          "verdict",
          "breakeven_requests_per_month",
          "breakeven_requests_per_month_ceil",
          "breakeven_requests_over_horizon",
          "naive_breakeven_total",
          "window_lower",
          "window_upper",
          "npv_at_n_ref",
          "payback_month_at_n_ref");

  private static final int PLACES = 12;

  private AnswerTable() {}

  /** One cell for each of {@link #COLUMNS}; empty where the verdict has no such figure. */
  public static List<String> cells(BreakEvenAnswer answer) {
    AnsweredCost base = answer.base();
    AnsweredCost tuned = answer.tuned();
    FixedTotals fixed = answer.fixed();
    Optional<BreakEven.Window> window =
        Optional.of(answer.verdict())
            .filter(BreakEven.Window.class::isInstance)
            .map(BreakEven.Window.class::cast);
    return List.of(
        number(base.servedTokens()),
        number(tuned.servedTokens()),
        number(base.attempts()),
        number(tuned.attempts()),
        number(base.total()),
        number(tuned.total()),
        number(answer.savingPerRequest()),
        number(fixed.trainingTokensBilled()),
        number(fixed.trainingCost()),
        number(fixed.oneOff()),
        number(fixed.eachRetraining()),
        String.valueOf(fixed.retrainings()),
        number(fixed.annuity()),
        number(fixed.retrainingAnnuity()),
        answer.verdict().code(),
        number(answer.verdict().requestsPerMonth()),
        number(answer.wholeRequestsPerMonth()),
        number(answer.requestsOverHorizon()),
        number(answer.naiveTotalRequests()),
        number(window.map(BreakEven.Window::lower)),
        number(window.map(BreakEven.Window::upper)),
        number(answer.netPresentValue()),
        answer.paybackMonth().isPresent() ? String.valueOf(answer.paybackMonth().getAsInt()) : "");
  }

  /** A number as it stands in the table. */
  public static String number(BigDecimal number) {
    BigDecimal rounded = number.setScale(PLACES, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String number(Money amount) {
    return number(amount.amount());
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(AnswerTable::number).orElse("");
  }
}
