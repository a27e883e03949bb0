package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What one candidate costs. All amounts are given: this module knows no price.
 *
 * @param monthlyDelta more than today each month; negative when it costs less
 * @param retraining once, to tune again; zero where nothing is tuned
 * @param effort once, for people's work and the evaluation
 */
public record CandidateMoney(GivenMoney monthlyDelta, GivenMoney retraining, GivenMoney effort) {

  public CandidateMoney {
    requireNonNull(monthlyDelta, "monthlyDelta");
    requireNonNull(retraining, "retraining");
    requireNonNull(effort, "effort");
  }

  /** Nothing of it is known, for one reason. */
  public static CandidateMoney unknown(String reason) {
    GivenMoney unknown = GivenMoney.unknown(reason);
    return new CandidateMoney(unknown, unknown, unknown);
  }

  public static GivenMoney nothing(Currency currency, String why) {
    return GivenMoney.of(Money.zero(currency), why);
  }

  public GivenMoney oneOff() {
    return retraining.plus(effort);
  }

  /** All that it costs more than today over so many months; unknown when a part is. */
  public GivenMoney over(int months) {
    return monthlyDelta
        .times(BigDecimal.valueOf(months), "%d months".formatted(months))
        .plus(oneOff());
  }
}
