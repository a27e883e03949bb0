package dev.plumbline.pricing.usage;

/** The disjoint kinds of tokens of a request. */
public enum UsageCategory {
  UNCACHED_INPUT,
  CACHED_INPUT,
  CACHE_WRITE,
  OUTPUT
}
