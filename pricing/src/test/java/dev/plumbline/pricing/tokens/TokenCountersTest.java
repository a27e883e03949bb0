package dev.plumbline.pricing.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenCountersTest {

  private static final TokenCounters COUNTERS = TokenCounters.bundled();

  static Stream<JsonObject> ordinaryVectors() {
    return TestVectors.objects("token_vectors.jsonl").stream()
        .filter(v -> v.findText("special_handling").orElse("").equals("as_ordinary_text"));
  }

  @ParameterizedTest
  @MethodSource("ordinaryVectors")
  void publishedCountsHold(JsonObject vector) {
    String text = vector.findText("text").orElseThrow();
    for (Encoding encoding : List.of(Encoding.O200K_BASE, Encoding.CL100K_BASE)) {
      JsonObject expected = vector.findObject("enc").orElseThrow();
      long count = TestVectors.number(expected.findObject(encoding.label()).orElseThrow(), "count");
      assertThat(COUNTERS.forEncoding(encoding).count(text).tokens())
          .as("%s in %s", vector.findText("id"), encoding)
          .isEqualTo(count);
    }
  }

  @Test
  void allOrdinaryVectorsAreThere() {
    assertThat(ordinaryVectors()).hasSize(47);
  }

  @Test
  void specialTokenSpellingsArePlainText() {
    // the vector counted with special tokens allowed has 9 tokens as ordinary text
    JsonObject special =
        TestVectors.objects("token_vectors.jsonl").stream()
            .filter(v -> v.findText("special_handling").orElse("").equals("allowed_all"))
            .findFirst()
            .orElseThrow();
    TokenCounter counter = COUNTERS.forEncoding(Encoding.O200K_BASE);
    assertThat(counter.count(special.findText("text").orElseThrow()))
        .isEqualTo(TokenCount.exact(9));
  }

  @Test
  void harmonyCountsPlainTextLikeO200k() {
    TokenCounter counter = COUNTERS.forEncoding(Encoding.O200K_HARMONY);
    assertThat(counter.encoding()).isEqualTo(Encoding.O200K_HARMONY);
    assertThat(counter.count("hello world")).isEqualTo(TokenCount.exact(2));
  }

  @Test
  void aRunOfAMillionLettersIsCutAndCalledAnEstimate() {
    TokenCount count = COUNTERS.forEncoding(Encoding.O200K_BASE).count("a".repeat(1_000_000));
    assertThat(count.isExact()).isFalse();
    assertThat(count.tokens()).isBetween(100_000L, 150_000L); // 8 letters a token, 125,000
  }

  @Test
  void longTextOfOrdinaryWordsStaysExact() {
    assertThat(COUNTERS.forEncoding(Encoding.O200K_BASE).count("hello world ".repeat(2_000)))
        .isEqualTo(TokenCount.exact(4_001)); // the last blank has no word to belong to
  }

  @Test
  void charactersYoungerThanTheRuntimesUnicodeAreAnEstimate() {
    // U+1FAE8 SHAKING FACE came with Unicode 15; Java 17 knows 13
    String young = new String(Character.toChars(0x1FAE8));
    boolean known = Character.getType(0x1FAE8) != Character.UNASSIGNED;
    assertThat(COUNTERS.forEncoding(Encoding.O200K_BASE).count(young).isExact()).isEqualTo(known);
  }

  @Test
  void anAssumedEncodingMakesEveryCountAnEstimate() {
    TokenCount count =
        COUNTERS
            .forModel("gpt-6-luna")
            .match(known -> known.counter().count("hello world"), unknown -> TokenCount.ZERO);
    assertThat(count).isEqualTo(TokenCount.estimated(2));
  }

  @Test
  void aFineTunedGpt41CountsInO200k() {
    // 2 tokens for these characters in o200k_base, 4 in cl100k_base: libraries take the wrong one
    CounterAnswer answer = COUNTERS.forModel("ft:gpt-4.1-2025-04-14:acme::abc123");
    Encoding encoding =
        answer.match(known -> known.counter().encoding(), unknown -> Encoding.CL100K_BASE);
    assertThat(encoding).isEqualTo(Encoding.O200K_BASE);
  }

  @Test
  void severalThreadsGetTheSameCounts() throws Exception {
    TokenCounter counter = COUNTERS.forEncoding(Encoding.O200K_BASE);
    List<String> texts = ordinaryVectors().map(v -> v.findText("text").orElseThrow()).toList();
    Callable<List<Long>> counting =
        () -> texts.stream().map(text -> counter.count(text).tokens()).toList();
    List<Long> alone = counting.call();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<Long>> counts :
          threads.invokeAll(List.of(counting, counting, counting, counting))) {
        assertThat(counts.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }
}
