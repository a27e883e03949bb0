package dev.plumbline.pricing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class UsageLawsTest {

  @Property
  void everyTokenIsCountedOnce(
      @ForAll @LongRange(min = 0, max = 1_000_000) long uncached,
      @ForAll @LongRange(min = 0, max = 1_000_000) long cached,
      @ForAll @LongRange(min = 0, max = 1_000_000) long written,
      @ForAll @LongRange(min = 0, max = 1_000_000) long output) {
    Usage usage = Usage.inclusive(uncached + cached + written, cached, written, output);

    assertThat(Stream.of(UsageCategory.values()).mapToLong(usage::tokens).sum())
        .isEqualTo(uncached + cached + written + output);
    assertThat(usage).isEqualTo(Usage.exclusive(uncached, cached, written, output));
  }
}
