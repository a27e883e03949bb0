package dev.plumbline.api.limits;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often something may be done: a store of {@code burst} times that fills up again by one every
 * {@code each}.
 */
public record Allowance(int burst, Duration each) {

  public Allowance {
    requireNonNull(each, "each");
    if (burst < 1 || each.isNegative() || each.isZero()) {
      throw new IllegalArgumentException("not an allowance: %d every %s".formatted(burst, each));
    }
  }

  /** So many within any such time, roughly: the store is full at first. */
  public static Allowance of(int times, Duration within) {
    return new Allowance(times, within.dividedBy(times));
  }

  /** How far ahead of the clock the last permitted use may stand. */
  Duration horizon() {
    return each.multipliedBy(burst);
  }
}
