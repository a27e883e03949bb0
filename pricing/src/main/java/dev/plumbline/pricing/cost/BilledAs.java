package dev.plumbline.pricing.cost;

import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.usage.UsageCategory;
import dev.plumbline.pricing.usage.UsagePart;

/** Which component of a price list bills which tokens. */
final class BilledAs {

  private BilledAs() {}

  static Component component(UsageCategory category) {
    return switch (category) {
      case UNCACHED_INPUT -> Component.INPUT;
      case CACHED_INPUT -> Component.CACHED_INPUT;
      case CACHE_WRITE -> Component.CACHE_WRITE;
      case OUTPUT -> Component.OUTPUT;
    };
  }

  static Component component(UsagePart part) {
    return switch (part) {
      case AUDIO_INPUT -> Component.AUDIO_INPUT;
      case IMAGE_INPUT -> Component.IMAGE_INPUT;
      case CACHED_AUDIO_INPUT -> Component.CACHED_AUDIO_INPUT;
      case CACHED_IMAGE_INPUT -> Component.CACHED_IMAGE_INPUT;
      case CACHE_WRITE_1H -> Component.CACHE_WRITE_1H;
      case REASONING_OUTPUT -> Component.REASONING_OUTPUT;
      case AUDIO_OUTPUT -> Component.AUDIO_OUTPUT;
      case IMAGE_OUTPUT -> Component.IMAGE_OUTPUT;
    };
  }
}
