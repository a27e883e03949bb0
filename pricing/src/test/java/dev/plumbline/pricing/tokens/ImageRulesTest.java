package dev.plumbline.pricing.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ImageRulesTest {

  private static final ImageRules RULES = ImageRules.bundled();

  @ParameterizedTest
  @CsvFileSource(resources = "image_token_vectors.csv", numLinesToSkip = 1)
  void documentedExamplesHold(
      String model, String rule, int width, int height, String detail, long tokens) {
    ImageAnswer answer = RULES.tokensOf(model, new ImageSize(width, height), detail);
    assertThat(tokensOf(answer)).as("%s %s", model, rule).isEqualTo(tokens);
  }

  @Test
  void allImageVectorsAreThere() {
    assertThat(TestVectors.text("image_token_vectors.csv").lines().skip(1)).hasSize(107);
  }

  @Test
  void aSnapshotAndAFineTuneUseTheRuleOfTheirModel() {
    ImageSize size = new ImageSize(1024, 1024);
    assertThat(tokensOf(RULES.tokensOf("gpt-4o-2024-08-06", size, "high"))).isEqualTo(765);
    assertThat(tokensOf(RULES.tokensOf("ft:gpt-4o-2024-08-06:acme::x1", size, "high")))
        .isEqualTo(765);
  }

  @Test
  void withoutADocumentTheNewestOneCounts() {
    ImageSize size = new ImageSize(1800, 2400);
    assertThat(tokensOf(RULES.tokensOf("gpt-4.1-mini", size, "high"))).isEqualTo(4_977);
    assertThat(tokensOf(RULES.tokensOf("gpt-4.1-mini@2025-doc", size, "high"))).isEqualTo(2_353);
  }

  @Test
  void detailThatIsNotSaidIsCountedAsHighAndCalledAnEstimate() {
    ImageAnswer answer = RULES.tokensOf("gpt-4o", new ImageSize(512, 512), "auto");
    assertThat(tokensOf(answer)).isEqualTo(255);
    assertThat(answer.<Boolean>match(c -> c.tokens().isExact(), u -> true)).isFalse();
  }

  @Test
  void anUnknownModelOrDetailGetsAReason() {
    ImageSize size = new ImageSize(512, 512);
    assertThat(reasonOf(RULES.tokensOf("gpt-7", size, "high"))).contains("gpt-7");
    assertThat(reasonOf(RULES.tokensOf("gpt-4.1-mini", size, "low"))).contains("low");
    assertThat(reasonOf(RULES.tokensOf("gpt-4o@2019-doc", size, "low"))).contains("2019");
  }

  @Test
  void lowDetailOfATileModelNeedsNoSize() {
    assertThat(tokensOf(RULES.tokensOfAnySize("gpt-4o", "low"))).isEqualTo(85);
    assertThat(reasonOf(RULES.tokensOfAnySize("gpt-4o", "high"))).contains("size");
  }

  @Test
  void aStripOfOnePixelStillHasTokens() {
    assertThat(tokensOf(RULES.tokensOf("gpt-4o", new ImageSize(1, 100_000), "high")))
        .isEqualTo(85 + 170 * 4); // reduced to 1 x 2048: four tiles in a row
    assertThat(tokensOf(RULES.tokensOf("o4-mini", new ImageSize(1, 100_000), "high")))
        .isEqualTo(2_642); // 3,125 patches cut to the budget: ceil(1,536 * 1.72)
  }

  private static long tokensOf(ImageAnswer answer) {
    return answer.match(c -> c.tokens().tokens(), u -> -1L);
  }

  private static String reasonOf(ImageAnswer answer) {
    return answer.match(c -> "counted", ImageAnswer.Unknown::reason);
  }
}
