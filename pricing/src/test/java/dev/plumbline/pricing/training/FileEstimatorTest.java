package dev.plumbline.pricing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.dataset.ReadProgress;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.training.TrainingFiles.NamedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FileEstimatorTest {

  private static final FileEstimator ESTIMATOR = FileEstimator.bundled(1);
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");

  /** "hello" and "hello world" are one and two tokens, so a row has 4 + 1 + 4 + 2 = 11. */
  private static final String ROW =
      """
      {"messages":[{"role":"user","content":"hello"},{"role":"assistant","content":"hello world"}]}
      """;

  @Test
  void aFileBecomesTokensEpochsAndMoney() throws IOException {
    FileEstimate estimate = estimate(question(), ROW.repeat(10));
    assertThat(estimate.tokensPerEpoch().tokens()).isEqualTo(110);
    assertThat(estimate.snapshot()).isEqualTo("gpt-4o-2024-08-06");
    assertThat(estimate.plan().orElseThrow().epochs().count()).isEqualTo(10);
    assertThat(estimate.plan().orElseThrow().trainedTokens().tokens()).isEqualTo(1_100);
    // 1,100 * 25 / 10^6
    assertThat(((TrainingEstimate.Priced) estimate.cost()).breakdown().total())
        .isEqualTo(Money.usd("0.0275"));
  }

  @Test
  void aRequestIsPricedWithAndWithoutTheTunedModel() throws IOException {
    RequestQuotes quotes = estimate(question(), ROW).requests().orElseThrow();
    // 3 + 4 + 1 = 8 prompt tokens at 2.50, 2 answer tokens at 10; tuned 3.75 and 15
    assertThat(quotes.base().toString()).contains("0.00004");
    assertThat(quotes.tuned().toString()).contains("0.00006");
  }

  @Test
  void aRequestWithoutPriceSaysWhy() throws IOException {
    EstimateQuestion late = EstimateQuestion.of(Provider.OPENAI, "gpt-3.5-turbo-0125", DAY);
    RequestQuotes quotes = estimate(late, ROW).requests().orElseThrow();
    assertThat(quotes.base().toString()).contains("ended");
  }

  @Test
  void aValidationFileIsReadAndComparedWithTheTraining() throws IOException {
    TrainingFiles files =
        new TrainingFiles(
            stream("train.jsonl", ROW), Optional.of(stream("valid.jsonl", ROW)), ReadProgress.NONE);
    FileEstimate estimate = ESTIMATOR.estimate(question(), files);
    assertThat(estimate.validation().orElseThrow().findingCounts()).containsKey("SPLIT_LEAK");
    assertThat(estimate.plan().orElseThrow().rows().validation().tokens()).isEqualTo(11);
    assertThat(estimate.findings()).anyMatch(f -> f.where().file().equals("valid.jsonl"));
  }

  @Test
  void aBaseThatIsNoLongerTrainedBlocksThePlan() throws IOException {
    Observation<LocalDate> end =
        new Observation<>(
            LocalDate.parse("2026-10-01"),
            Certainty.EXACT,
            new Source("a notice", Source.Kind.PROVIDER_PAGE),
            Optional.empty());
    FileEstimate estimate =
        estimate(question().knowingTrainingEnd(Optional.of(end)), ROW.repeat(10));
    assertThat(estimate.cost()).isInstanceOf(TrainingEstimate.Blocked.class);
    assertThat(estimate.worst()).contains(Severity.BLOCKER);
    assertThat(estimate.plan().orElseThrow().trainedTokens().tokens()).isEqualTo(1_100);
  }

  @Test
  void rowsThatAreNoChatsHaveNoPrice() throws IOException {
    FileEstimate estimate = estimate(question(), "{\"question\":\"a\",\"answer\":\"b\"}\n");
    assertThat(estimate.plan()).isEmpty();
    assertThat(estimate.cost()).isInstanceOf(TrainingEstimate.Unpriced.class);
    assertThat(estimate.requests()).isEmpty();
  }

  @Test
  void aModelWithoutEncodingAsksForOneAndThenEstimates() throws IOException {
    EstimateQuestion gemini =
        EstimateQuestion.of(Provider.GOOGLE_VERTEX, "gemini-2.5-flash", DAY)
            .withEpochs(EpochRule.explicit(2));
    assertThatThrownBy(() -> estimate(gemini, ROW))
        .isInstanceOf(UnknownEncodingException.class)
        .hasMessageContaining("gemini");
    EstimateQuestion counted =
        new EstimateQuestion(
            gemini.provider(),
            gemini.model(),
            Optional.of(TrainingMethod.SFT),
            gemini.epochs(),
            1,
            DAY,
            TrainingTerms.NONE,
            Optional.of(Encoding.O200K_BASE),
            Optional.empty(),
            Optional.empty());
    FileEstimate estimate = estimate(counted, ROW);
    assertThat(estimate.tokensPerEpoch().isExact()).isFalse();
    // 11 tokens * 2 epochs * 5 / 10^6
    assertThat(((TrainingEstimate.Priced) estimate.cost()).breakdown().total())
        .isEqualTo(Money.usd("0.00011"));
  }

  @Test
  void longRowsAreBilledUpToTheTrainingContext() throws IOException {
    EstimateQuestion old =
        EstimateQuestion.of(
            Provider.OPENAI, "gpt-3.5-turbo-0613", Instant.parse("2023-10-01T00:00:00Z"));
    String row = ROW.replace("\"hello\"", "\"" + "hello ".repeat(5_000).strip() + "\"");
    FileEstimate estimate = estimate(old, row);
    assertThat(estimate.tokensPerEpoch().tokens()).isEqualTo(4_096);
    assertThat(estimate.training().findingCounts()).containsKey("TRUNCATED_ANSWER");
  }

  @Test
  void reinforcementAndPreferenceRowsKeepTheirMethod() throws IOException {
    assertThat(TrainingMethod.of(estimate(question(), dpo()).training().format()))
        .contains(TrainingMethod.DPO);
    String rft = "{\"answer\":\"7\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}\n";
    assertThat(estimate(question(), rft).plan().orElseThrow().method())
        .isEqualTo(TrainingMethod.RFT);
  }

  @Test
  void jobParametersOutsideOfTheirRangeAreNamed() {
    JobParameters bad =
        new JobParameters(
            Optional.of("x".repeat(65)),
            OptionalInt.of(51),
            OptionalInt.of(257),
            Optional.of(BigDecimal.ZERO),
            Optional.of(new BigDecimal("2.1")));
    assertThat(bad.objections()).hasSize(5);
    JobParameters good =
        new JobParameters(
            Optional.of("legal"),
            OptionalInt.of(50),
            OptionalInt.of(256),
            Optional.of(BigDecimal.ONE),
            Optional.of(new BigDecimal("2")));
    assertThat(good.objections()).isEmpty();
  }

  @Test
  void impossibleContextsAreRefused() {
    assertThatThrownBy(
            () ->
                new TrainingContext(
                    0, dev.plumbline.core.tokens.TokenCount.Precision.EXACT, "nobody"))
        .hasMessageContaining("0");
    assertThat(TrainingContexts.bundled().find("gpt-7")).isEmpty();
  }

  private static String dpo() {
    return """
        {"input":{"messages":[{"role":"user","content":"hello"}]},\
        "preferred_output":[{"role":"assistant","content":"a"}],\
        "non_preferred_output":[{"role":"assistant","content":"b"}]}
        """;
  }

  private static EstimateQuestion question() {
    return EstimateQuestion.of(Provider.OPENAI, "gpt-4o-2024-08-06", DAY);
  }

  private static FileEstimate estimate(EstimateQuestion question, String rows) throws IOException {
    NamedStream file = stream("train.jsonl", rows);
    return ESTIMATOR.estimate(question, TrainingFiles.of(file.name(), file.bytes()));
  }

  private static NamedStream stream(String name, String text) {
    return new NamedStream(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
