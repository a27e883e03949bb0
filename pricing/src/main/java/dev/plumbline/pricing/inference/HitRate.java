package dev.plumbline.pricing.inference;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;
import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static dev.plumbline.pricing.inference.WorkingPrecision.share;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The share of requests whose static prefix is found in the prompt cache. */
public sealed interface HitRate {

  /** A month of 30 days. */
  BigDecimal SECONDS_PER_MONTH = BigDecimal.valueOf(2_592_000);

  HitRate COLD = new Fixed(BigDecimal.ZERO);

  /** The rate at this many requests a month, from 0 to 1. */
  BigDecimal at(BigDecimal requestsPerMonth);

  /** Whether more traffic keeps the cache warmer, so that the saving depends on the volume. */
  boolean dependsOnVolume();

  /** A given rate, best the measured share of requests with cached tokens. */
  record Fixed(BigDecimal rate) implements HitRate {
    public Fixed {
      share(rate, "hit rate");
    }

    @Override
    public BigDecimal at(BigDecimal requestsPerMonth) {
      return rate;
    }

    @Override
    public boolean dependsOnVolume() {
      return false;
    }
  }

  /** Poisson arrivals; every use renews the lifetime: {@code 1 - exp(-arrivals in a lifetime)}. */
  record PoissonSliding(Lifetime lifetime) implements HitRate {

    /** A hit rate is an estimate, not money: exp in double, and the places that a double holds. */
    private static final int PLACES = 16;

    @Override
    public BigDecimal at(BigDecimal requestsPerMonth) {
      double arrivals = lifetime.arrivals(requestsPerMonth).doubleValue();
      return BigDecimal.valueOf(-Math.expm1(-arrivals)).setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    @Override
    public boolean dependsOnVolume() {
      return true;
    }
  }

  /** Poisson arrivals; the lifetime counts from the write: {@code x / (1 + x)}. */
  record PoissonFromWrite(Lifetime lifetime) implements HitRate {

    @Override
    public BigDecimal at(BigDecimal requestsPerMonth) {
      BigDecimal arrivals = lifetime.arrivals(requestsPerMonth);
      return arrivals.divide(BigDecimal.ONE.add(arrivals), FIFTY_DIGITS);
    }

    @Override
    public boolean dependsOnVolume() {
      return true;
    }
  }

  /**
   * How long a prefix stays cached, and over how many machines its requests are spread.
   *
   * @param seconds time to live
   * @param machines cache machines; each sees its part of the requests
   */
  record Lifetime(BigDecimal seconds, int machines) {
    public Lifetime {
      notNegative(seconds, "cache lifetime");
      if (machines < 1) {
        throw new IllegalArgumentException("cache machines count from 1: " + machines);
      }
    }

    BigDecimal arrivals(BigDecimal requestsPerMonth) {
      BigDecimal machineSeconds = SECONDS_PER_MONTH.multiply(BigDecimal.valueOf(machines));
      return requestsPerMonth.multiply(seconds).divide(machineSeconds, FIFTY_DIGITS);
    }
  }

  static HitRate fixed(String rate) {
    return new Fixed(new BigDecimal(rate));
  }

  static HitRate poisson(BigDecimal ttlSeconds) {
    return new PoissonSliding(new Lifetime(ttlSeconds, 1));
  }

  static HitRate poissonFromWrite(BigDecimal ttlSeconds) {
    return new PoissonFromWrite(new Lifetime(ttlSeconds, 1));
  }

  /**
   * Sliding lifetime under any renewal process, without assuming a distribution: the share of
   * measured gaps between requests that are no longer than the lifetime.
   */
  static HitRate measured(List<BigDecimal> gapSeconds, BigDecimal ttlSeconds) {
    if (gapSeconds.isEmpty()) {
      throw new IllegalArgumentException("no gaps measured; give at least one, in seconds");
    }
    long hits = gapSeconds.stream().filter(gap -> gap.compareTo(ttlSeconds) <= 0).count();
    return new Fixed(
        BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(gapSeconds.size()), FIFTY_DIGITS));
  }
}
