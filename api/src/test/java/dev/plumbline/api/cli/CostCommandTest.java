package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostCommandTest {

  @TempDir private Path folder;

  @Test
  void aCostShowsItsLinesSourcesAndTotal() {
    var run =
        CommandLineRun.of(
            "cost",
            "--model",
            "gpt-4o",
            "--at",
            "2024-09-01",
            "--input",
            "1000000",
            "--output",
            "1000000");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Total USD 20")
        .contains("OpenAI API pricing page")
        .contains("gpt-4o meant gpt-4o-2024-05-13");
  }

  @Test
  void theOtherSourcesClaimIsShown() {
    var run =
        CommandLineRun.of(
            "cost",
            "--model",
            "ft:gpt-4o-2024-08-06:acme::a1",
            "--at",
            "2026-10-01",
            "--input",
            "1000",
            "--tier",
            "batch");

    assertThat(run.out()).contains("another source claims 1.875").contains("LiteLLM");
  }

  @Test
  void aPromotionIsNamedAsOne() {
    var run =
        CommandLineRun.of(
            "cost", "--model", "gpt-5.6-sol", "--at", "2026-11-20", "--input", "1000000");

    assertThat(run.out()).contains("PROMOTION, guaranteed only through 2026-11-21");
  }

  @Test
  void theJsonOfACostIsStable() {
    var run =
        CommandLineRun.of(
            "cost",
            "--model",
            "gpt-4.1",
            "--at",
            "2025-09-01T10:00:00Z",
            "--input",
            "1000000",
            "--format",
            "json");

    assertThat(run.out())
        .containsSubsequence(
            "\"model\" : \"gpt-4.1\"",
            "\"at\" : \"2025-09-01T10:00:00Z\"",
            "\"tier\" : \"standard\"",
            "\"provider\" : null",
            "\"status\" : \"priced\"",
            "\"total\" : \"2\",",
            "\"currency\" : \"USD\"",
            "\"lines\"",
            "\"component\" : \"input\"",
            "\"quantity\" : \"1000000\"",
            "\"rate\" : \"2\",",
            "\"price_row\"",
            "\"override\" : null",
            "\"conflicts\" : [ ]",
            "\"price_rows\"",
            "\"catalogue_version\"",
            "\"assumptions\"");
  }

  @Test
  void aModelWithoutAPriceIsAPartialAnswerWithTheReason() {
    var run = CommandLineRun.of("cost", "--model", "claude-opus-4-6", "--input", "5");
    var json =
        CommandLineRun.of("cost", "--model", "claude-opus-4-6", "--input", "5", "--format", "json");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("unpriced: anthropic claude-opus-4-6 has no known price");
    assertThat(json.out())
        .contains("\"status\" : \"unpriced\"")
        .contains("\"reason\" : \"unknown_model\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--input,-5,input_tokens is negative",
    "--input,many,input_tokens: not a number of tokens: 'many'",
    "--cached-input,6,cached_input_tokens is 6",
    "--at,yesterday,at: not a moment: 'yesterday'",
    "--tier,fast,tier: no such tier: 'fast'",
    "--provider,Open AI!,provider: not a provider",
  })
  void aBadOptionIsNamed(String option, String value, String message) {
    var run = CommandLineRun.of("cost", "--model", "gpt-4.1", option, value);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(message);
  }

  @Test
  void withoutAQuestionTheUsageIsShown() {
    assertThat(CommandLineRun.of("cost").exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.of("cost", "--model", "gpt-4.1", "--batch", "-").exitCode())
        .isEqualTo(2);
  }

  @Test
  void aBatchAnswersEveryRowAndPassesTheOtherColumnsOn() {
    var run =
        batch(
            "user,model,at,input_tokens,cached_input_tokens,cache_write_tokens,output_tokens,tier,provider",
            "\"a, b\",gpt-4o,2024-10-01T23:59:59Z,1000000,0,0,1000000,,",
            "c,gpt-4o,2024-10-02,1000000,400000,,1000000,standard,openai",
            "d,claude-opus-4-6,2026-08-05,31,,,30,,");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList())
        .hasSize(4)
        .satisfiesExactly(
            header ->
                assertThat(header).endsWith(",tier,provider,cost_usd,status,reason,price_rows"),
            first -> assertThat(first).startsWith("\"a, b\",gpt-4o,").contains(",20,priced,"),
            second -> assertThat(second).contains(",12,priced,"),
            third ->
                assertThat(third)
                    .contains(",,unpriced,unknown_model: anthropic claude-opus-4-6")
                    .endsWith(","));
  }

  @Test
  void columnsAndCellsMayBeMissing() {
    var run = batch("model,output_tokens", "gpt-4.1,1000000", "gpt-4.1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("gpt-4.1,1000000,8,priced,\"no date given, so 2026-11-20 is taken")
        .contains("gpt-4.1,,0,priced,");
  }

  @Test
  void aRowThatCannotBeReadIsUnpricedAndTheOthersGoOn() {
    var run =
        batch(
            "model,at,input_tokens,cached_input_tokens",
            "gpt-4.1,2025-13-01,1,0",
            ",2025-09-01,1,0",
            "gpt-4.1,2025-09-01,1.5,0",
            "gpt-4.1,2025-09-01,1,2",
            "gpt-4.1,2025-09-01,1,0,surplus",
            "gpt-4.1,2025-09-01,1000000,0",
            "\"gpt-4.1,2025-09-01,1,0");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out().lines().skip(1).toList())
        .satisfiesExactly(
            row -> assertThat(row).contains("unpriced,invalid: at: not a moment"),
            row -> assertThat(row).contains("unpriced,invalid: model: it is empty"),
            row -> assertThat(row).contains("unpriced,invalid: input_tokens: not a number"),
            row -> assertThat(row).contains("unpriced,\"invalid: cached_input_tokens is 2"),
            row -> assertThat(row).contains("unpriced,invalid: the row has 5 cells"),
            row -> assertThat(row).contains(",2,priced,"),
            row -> assertThat(row).contains("unpriced,invalid: the quotes do not match"));
  }

  @Test
  void resultsOfAnEarlierRunAreReplaced() {
    var run = batch("model,at,status,input_tokens", "gpt-4.1,2025-09-01,old,1000000");

    assertThat(run.out().lines().findFirst())
        .contains("model,at,input_tokens,cost_usd,status,reason,price_rows");
    assertThat(run.out()).contains("gpt-4.1,2025-09-01,1000000,2,priced,").doesNotContain("old");
  }

  @Test
  void aCellMayHoldALineBreak() {
    var run = batch("model,note,input_tokens,at", "gpt-4.1,\"two", "lines\",1000000,2025-09-01");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"two\nlines\",1000000,2025-09-01,2,priced,");
  }

  @Test
  void jsonLinesHoldTheSameAnswers() {
    var run =
        CommandLineRun.withInput(
            "model,at,input_tokens\ngpt-4.1,2025-09-01,1000000\nnope,2025-09-01,1\n",
            "cost",
            "--batch",
            "-",
            "--format",
            "json");

    assertThat(run.out().lines().toList())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"cost_usd\":\"2\",\"status\":\"priced\""),
            second -> assertThat(second).contains("\"cost_usd\":null,\"status\":\"unpriced\""));
  }

  @ParameterizedTest
  @CsvSource({"'',it is empty", "'model,at,at',occurs twice", "'at,tier',model is missing"})
  void aHeaderThatCannotBeUsedIsRefused(String header, String message) {
    var run = CommandLineRun.withInput(header, "cost", "--batch", "-");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(message);
  }

  @Test
  void ownPricesComeFromAFileAndAreNamedBesideTheListPrice() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.csv"),
            "provider,model,fine_tuned,component,tier,discount_percent,amount,unit,currency,"
                + "valid_from,valid_to,reason\nopenai,,,,,15,,,,,,contract 7\n");
    var run =
        CommandLineRun.of(
            "cost",
            "--model",
            "gpt-4.1",
            "--at",
            "2025-09-01",
            "--input",
            "1000000",
            "--overrides",
            own.toString());

    assertThat(run.out())
        .contains("Total USD 1.7")
        .contains("1.7 USD per_1m_tokens in place of 2 USD per_1m_tokens (contract 7, ");
  }

  @Test
  void aBadLineOfOwnPricesStopsTheCommand() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.csv"),
            "provider,model,fine_tuned,component,tier,discount_percent,amount,unit,currency,"
                + "valid_from,valid_to,reason\nopenai,,,,,lots,,,,,,contract 7\n");
    var run =
        CommandLineRun.of(
            "cost", "--model", "gpt-4.1", "--input", "1", "--overrides", own.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("own.csv:2 discount_percent: not an amount: lots");
  }

  private static CommandLineRun batch(String... lines) {
    return CommandLineRun.withInput(
        String.join("\n", List.of(lines)) + "\n", "cost", "--batch", "-");
  }
}
