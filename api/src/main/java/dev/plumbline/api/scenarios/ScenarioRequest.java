package dev.plumbline.api.scenarios;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.explore.Uncertainty;
import dev.plumbline.pricing.breakeven.fixed.PeopleCosts;
import dev.plumbline.pricing.breakeven.fixed.RetrainingSchedule;
import dev.plumbline.pricing.inference.Retries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it was asked for, before prices and dates are looked up.
 *
 * @param at first day: prices of this day, and the horizon starts here; today when empty
 * @param alternatives further ways to do without the tuned model
 * @param assumed values that nobody stated, as the writer of the document marked them
 * @param spread share by which single inputs are varied to find the one that decides
 */
public record ScenarioRequest(
    String name,
    Optional<LocalDate> at,
    SideRequest base,
    SideRequest tuned,
    List<SideRequest> alternatives,
    Retries retries,
    BigDecimal fallbackShare,
    TrainingRequest training,
    PeopleCosts people,
    RetrainingSchedule retraining,
    BigDecimal horizonMonths,
    BigDecimal annualDiscount,
    BigDecimal requestsPerMonth,
    BigDecimal spread,
    List<Assumption> assumed,
    Optional<Uncertainty.Question> uncertainty) {

  public ScenarioRequest {
    alternatives = List.copyOf(alternatives);
    assumed = List.copyOf(assumed);
  }

  /**
   * The training, with its price or without.
   *
   * @param pricePerMillion US dollars per million trained tokens; looked up when empty
   * @param costPerRun what one run costs beside its tokens
   */
  record TrainingRequest(
      BigDecimal rows,
      BigDecimal tokensPerRow,
      BigDecimal epochs,
      BigDecimal runs,
      Optional<BigDecimal> pricePerMillion,
      BigDecimal freeTokens,
      Money costPerRun) {

    boolean needsPrice() {
      return pricePerMillion.isEmpty() && rows.multiply(tokensPerRow).multiply(epochs).signum() > 0;
    }
  }
}
