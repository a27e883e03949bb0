package dev.plumbline.pricing.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.tokens.TokenCount.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTableTest {

  private static final EncodingTable TABLE = EncodingTable.bundled();

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, o200k_base",
    "gpt-4o-mini-2024-07-18, o200k_base",
    "gpt-4.1, o200k_base",
    "gpt-4.1-nano-2025-04-14, o200k_base",
    "gpt-4.5-preview, o200k_base",
    "gpt-5, o200k_base",
    "gpt-5.6-luna, o200k_base",
    "o1, o200k_base",
    "o3, o200k_base",
    "o4-mini-2025-04-16, o200k_base",
    "ft:gpt-4o-2024-08-06:acme:legal:AbC123, o200k_base",
    "ft:gpt-4.1-2025-04-14:acme::AbC123, o200k_base",
    "gpt-4, cl100k_base",
    "gpt-4-0613, cl100k_base",
    "gpt-4-turbo-2024-04-09, cl100k_base",
    "gpt-3.5-turbo-0125, cl100k_base",
    "ft:gpt-3.5-turbo-0125:acme:x:AbC123, cl100k_base",
    "ft:davinci-002:acme::AbC123, cl100k_base",
    "babbage-002, cl100k_base",
    "text-embedding-3-small, cl100k_base",
    "gpt-oss-120b, o200k_harmony",
  })
  void aModelUsesTheEncodingOfItsFamily(String model, String encoding) {
    String found = TABLE.encodingOf(model).match(k -> k.encoding().label(), u -> u.reason());
    assertThat(found).isEqualTo(encoding);
  }

  @Test
  void theEncodingOfGpt6IsAssumedAndSaysSo() {
    Precision precision =
        TABLE.encodingOf("gpt-6-luna").match(EncodingAnswer.Known::precision, u -> Precision.EXACT);
    assertThat(precision).isEqualTo(Precision.ESTIMATED);
  }

  @Test
  void anUnknownModelGetsAReasonAndNoGuess() {
    String reason =
        TABLE.encodingOf("claude-opus-4").match(k -> "", EncodingAnswer.Unknown::reason);
    assertThat(reason).contains("claude-opus-4").contains("o200k_base");
  }
}
