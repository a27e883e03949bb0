package dev.plumbline.pricing.usage;

/**
 * A part of a category. Parts of one category share no token either; what has no price of its own
 * costs what its category costs.
 */
public enum UsagePart {
  AUDIO_INPUT(UsageCategory.UNCACHED_INPUT),
  IMAGE_INPUT(UsageCategory.UNCACHED_INPUT),
  CACHED_AUDIO_INPUT(UsageCategory.CACHED_INPUT),
  CACHED_IMAGE_INPUT(UsageCategory.CACHED_INPUT),
  /** Written to a cache that keeps it for an hour. */
  CACHE_WRITE_1H(UsageCategory.CACHE_WRITE),
  REASONING_OUTPUT(UsageCategory.OUTPUT),
  AUDIO_OUTPUT(UsageCategory.OUTPUT),
  IMAGE_OUTPUT(UsageCategory.OUTPUT);

  private final UsageCategory category;

  UsagePart(UsageCategory category) {
    this.category = category;
  }

  public UsageCategory category() {
    return category;
  }
}
