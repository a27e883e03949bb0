package dev.plumbline.pricing.inference;

import static java.util.Objects.requireNonNull;

/** The prompt cache that one side has, and how often it is warm. */
public record CacheProfile(CacheMode mode, HitRate hitRate) {

  public static final CacheProfile NONE = new CacheProfile(CacheMode.NONE, HitRate.COLD);

  public CacheProfile {
    requireNonNull(mode, "mode");
    requireNonNull(hitRate, "hitRate");
  }
}
