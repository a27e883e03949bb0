package dev.plumbline.pricing.usage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The tokens of one request in categories that share no token.
 *
 * <p>Providers report differently, so use {@link #inclusive} (OpenAI, Azure: the input contains
 * cached and written tokens) or {@link #exclusive} (Anthropic: it does not). Billing cached tokens
 * twice is the commonest error in this field.
 *
 * @param output all output tokens, reasoning included
 * @param parts tokens of a category that may have a price of their own
 */
public record Usage(
    long uncachedInput,
    long cachedInput,
    long cacheWrite,
    long output,
    Map<UsagePart, Long> parts) {

  /** No request is larger: a count above it is a unit error. */
  public static final long MAX_TOKENS = 1_000_000_000_000L;

  public Usage {
    refuseImpossible("input_tokens", uncachedInput);
    refuseImpossible("cached_input_tokens", cachedInput);
    refuseImpossible("cache_write_tokens", cacheWrite);
    refuseImpossible("output_tokens", output);
    parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    if (!parts.isEmpty()) {
      refuseImpossible(
          parts,
          Map.of(
              UsageCategory.UNCACHED_INPUT, uncachedInput,
              UsageCategory.CACHED_INPUT, cachedInput,
              UsageCategory.CACHE_WRITE, cacheWrite,
              UsageCategory.OUTPUT, output));
    }
  }

  /**
   * From counts as OpenAI reports them: the input includes what was read from and written to the
   * cache.
   *
   * @throws ImpossibleUsageException when a count is negative, too large or larger than its whole
   */
  public static Usage inclusive(long input, long cachedInput, long cacheWrite, long output) {
    refuseImpossible("input_tokens", input);
    refuseImpossible("cached_input_tokens", cachedInput);
    refuseImpossible("cache_write_tokens", cacheWrite);
    if (cachedInput > input) {
      throw new ImpossibleUsageException(
          "cached_input_tokens",
          "is %d, more than the %d input tokens that include it".formatted(cachedInput, input));
    }
    if (cacheWrite > input - cachedInput) {
      throw new ImpossibleUsageException(
          "cache_write_tokens",
          "is %d, more than the %d input tokens that were not read from the cache"
              .formatted(cacheWrite, input - cachedInput));
    }
    return new Usage(input - cachedInput - cacheWrite, cachedInput, cacheWrite, output, Map.of());
  }

  /** From counts as Anthropic reports them: the input excludes cache reads and writes. */
  public static Usage exclusive(long input, long cacheRead, long cacheWrite, long output) {
    return new Usage(input, cacheRead, cacheWrite, output, Map.of());
  }

  /** The same with a part named; its tokens are already inside their category. */
  public Usage withPart(UsagePart part, long tokens) {
    Map<UsagePart, Long> more = new EnumMap<>(UsagePart.class);
    more.putAll(parts);
    more.put(part, tokens);
    return new Usage(uncachedInput, cachedInput, cacheWrite, output, more);
  }

  /** All input, cached and written included: what decides the long-context band. */
  public long totalInput() {
    return uncachedInput + cachedInput + cacheWrite;
  }

  public long tokens(UsageCategory category) {
    return switch (category) {
      case UNCACHED_INPUT -> uncachedInput;
      case CACHED_INPUT -> cachedInput;
      case CACHE_WRITE -> cacheWrite;
      case OUTPUT -> output;
    };
  }

  private static void refuseImpossible(String field, long tokens) {
    if (tokens < 0) {
      throw new ImpossibleUsageException(field, "is negative: " + tokens);
    }
    if (tokens > MAX_TOKENS) {
      throw new ImpossibleUsageException(
          field, "is %d, more than the limit of %d".formatted(tokens, MAX_TOKENS));
    }
  }

  private static void refuseImpossible(
      Map<UsagePart, Long> parts, Map<UsageCategory, Long> categories) {
    Map<UsageCategory, Long> left = new EnumMap<>(categories);
    parts.forEach(
        (part, tokens) -> {
          refuseImpossible(field(part), tokens);
          long rest = left.merge(part.category(), -tokens, Long::sum);
          if (rest < 0) {
            throw new ImpossibleUsageException(
                field(part), "is %d, more than the tokens it is a part of".formatted(tokens));
          }
        });
  }

  private static String field(UsagePart part) {
    return part.name().toLowerCase(java.util.Locale.ROOT) + "_tokens";
  }
}
