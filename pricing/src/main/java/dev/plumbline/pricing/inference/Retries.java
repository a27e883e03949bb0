package dev.plumbline.pricing.inference;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * What happens after a failed attempt.
 *
 * @param limit retries allowed; empty means until one succeeds
 * @param lossPerFailedRequest lost when every attempt failed; not used without a limit
 */
public record Retries(OptionalInt limit, Money lossPerFailedRequest) {

  public static final Retries UNLIMITED = new Retries(OptionalInt.empty(), Money.usd("0"));

  private static final int MOST = 1000;

  public Retries {
    requireNonNull(limit, "limit");
    requireNonNull(lossPerFailedRequest, "lossPerFailedRequest");
    if (limit.isPresent() && (limit.getAsInt() < 0 || limit.getAsInt() > MOST)) {
      throw new IllegalArgumentException(
          "retries are 0 to " + MOST + ", or -1 for unlimited: " + limit.getAsInt());
    }
    if (lossPerFailedRequest.signum() < 0) {
      throw new IllegalArgumentException(
          "a loss cannot be negative: " + lossPerFailedRequest + "; give 0 or more");
    }
  }

  public static Retries of(int limit, Money lossPerFailedRequest) {
    return new Retries(
        limit == -1 ? OptionalInt.empty() : OptionalInt.of(limit), lossPerFailedRequest);
  }

  /** Expected attempts for one request. */
  public BigDecimal attempts(BigDecimal failureRate) {
    if (limit.isEmpty()) {
      refuseHopeless(failureRate);
      return BigDecimal.ONE.divide(BigDecimal.ONE.subtract(failureRate), FIFTY_DIGITS);
    }
    BigDecimal attempts = BigDecimal.ONE;
    for (int retry = 0; retry < limit.getAsInt(); retry++) {
      // Horner: 1 + p*(1 + p*(...))
      attempts = BigDecimal.ONE.add(attempts.multiply(failureRate, FIFTY_DIGITS), FIFTY_DIGITS);
    }
    return attempts;
  }

  /** Expected loss per request, in US dollars. */
  public BigDecimal expectedLoss(BigDecimal failureRate) {
    if (limit.isEmpty()) {
      return BigDecimal.ZERO;
    }
    return failureRate
        .pow(limit.getAsInt() + 1, FIFTY_DIGITS)
        .multiply(lossPerFailedRequest.amount());
  }

  private static void refuseHopeless(BigDecimal failureRate) {
    if (failureRate.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "a failure rate of 1 with unlimited retries never ends; limit the retries");
    }
  }
}
