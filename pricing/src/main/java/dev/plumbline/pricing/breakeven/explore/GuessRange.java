package dev.plumbline.pricing.breakeven.explore;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Between which factors an input may truly lie; log-uniform, so half and double weigh the same.
 *
 * @param low smallest factor, above 0
 * @param high largest factor
 */
public record GuessRange(Guess guess, BigDecimal low, BigDecimal high) {

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);
  private static final int PLACES = 6;

  /** How far planning guesses are usually off; assumed, and shown with the result. */
  public static final List<GuessRange> USUAL =
      List.of(
          of(Guess.BASE_PROMPT, "0.7", "1.4"),
          of(Guess.TUNED_PROMPT, "0.5", "2"),
          of(Guess.VARIABLE_INPUT, "0.6", "1.6"),
          of(Guess.OUTPUT, "0.6", "1.6"),
          of(Guess.TUNED_OUTPUT, "0.8", "1.2"),
          of(Guess.BASE_HIT_RATE, "0.6", "1.3"),
          of(Guess.ONE_OFF, "0.5", "4"),
          of(Guess.HORIZON, "0.5", "1"));

  public GuessRange {
    requireNonNull(guess, "guess");
    if (low.signum() <= 0 || low.compareTo(high) > 0 || high.compareTo(HIGHEST) > 0) {
      throw new IllegalArgumentException(
          "a range of factors lies above 0 and up to 100, the smaller first: %s to %s"
              .formatted(low.toPlainString(), high.toPlainString()));
    }
  }

  public static GuessRange of(Guess guess, String low, String high) {
    return new GuessRange(guess, new BigDecimal(low), new BigDecimal(high));
  }

  /** The factor at a place from 0 to 1 within the range. */
  BigDecimal factorAt(double place) {
    double lowest = Math.log(low.doubleValue());
    double highest = Math.log(high.doubleValue());
    return BigDecimal.valueOf(Math.exp(lowest + place * (highest - lowest)))
        .setScale(PLACES, RoundingMode.HALF_EVEN);
  }
}
