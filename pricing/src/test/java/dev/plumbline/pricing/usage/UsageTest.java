package dev.plumbline.pricing.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

  @Test
  void openAisInputIncludesWhatWasCachedAndWritten() {
    Usage usage = Usage.inclusive(1_000, 400, 100, 50);

    assertThat(usage.uncachedInput()).isEqualTo(500);
    assertThat(usage.totalInput()).isEqualTo(1_000);
  }

  @Test
  void anthropicsInputExcludesBoth() {
    Usage usage = Usage.exclusive(500, 400, 100, 50);

    assertThat(usage).isEqualTo(Usage.inclusive(1_000, 400, 100, 50));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,0,0,0,input_tokens",
    "10,-1,0,0,cached_input_tokens",
    "10,0,-1,0,cache_write_tokens",
    "10,0,0,-1,output_tokens",
    "10,11,0,0,cached_input_tokens",
    "10,6,5,0,cache_write_tokens",
    "1000000000001,0,0,0,input_tokens",
    "0,0,0,1000000000001,output_tokens",
    "-9223372036854775808,9223372036854775807,0,0,input_tokens",
  })
  void impossibleCountsAreRefusedWithTheirField(
      long input, long cached, long written, long output, String field) {
    assertThatThrownBy(() -> Usage.inclusive(input, cached, written, output))
        .isInstanceOfSatisfying(
            ImpossibleUsageException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void aPartCannotBeLargerThanItsCategory() {
    Usage usage = Usage.inclusive(100, 40, 0, 10).withPart(UsagePart.IMAGE_INPUT, 50);

    assertThatThrownBy(() -> usage.withPart(UsagePart.AUDIO_INPUT, 11))
        .hasMessageContaining("_input_tokens is");
    assertThatThrownBy(() -> usage.withPart(UsagePart.REASONING_OUTPUT, -1))
        .hasMessage("reasoning_output_tokens is negative: -1");
    assertThat(usage.withPart(UsagePart.AUDIO_INPUT, 10).tokens(UsageCategory.UNCACHED_INPUT))
        .isEqualTo(60);
  }
}
