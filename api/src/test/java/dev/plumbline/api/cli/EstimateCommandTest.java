package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateCommandTest {

  /** "hello" is one token and "hello world" two: a row has 4 + 1 + 4 + 2 = 11 tokens. */
  private static final String ROW =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"},"
          + "{\"role\":\"assistant\",\"content\":\"hello world\"}]}\n";

  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void writeRows() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      rows.append(ROW.replace("\"hello\"", "\"hello " + (100 + i) + "\"")); // two tokens more
    }
    file = Files.writeString(folder.resolve("train.jsonl"), rows).toString();
  }

  @Test
  void rowsBecomeTokensEpochsAndMoney() {
    var run = CommandLineRun.of("estimate", file, "--model", "gpt-4o-2024-08-06");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .containsPattern("trained_tokens +3900|trained tokens +3900") // 100 rows * 13 * 3
        .contains("0.0975") // * 25 / 10^6
        .contains("One request like these rows");
  }

  @Test
  void theJsonFormHasItsPublishedKeys() {
    var run =
        CommandLineRun.of(
            "estimate",
            file,
            "--model",
            "gpt-4o-2024-08-06",
            "--epochs",
            "2",
            "--runs",
            "2",
            "--format",
            "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"rows\" : 100")
        .contains("\"tokens_per_epoch\" : 1300")
        .contains("\"epochs\" : 2")
        .contains("\"trained_tokens_per_run\" : 2600")
        .contains("\"trained_tokens\" : 5200")
        .contains("\"status\" : \"priced\"")
        .contains("\"amount\" : \"0.13\"")
        .contains("\"cost_lines\"")
        .contains("\"price_row\"")
        .contains("\"requests\"")
        .contains("\"findings\"")
        .contains("\"finding_counts\"");
  }

  @Test
  void trainingThatIsNoLongerPossibleIsABlockerAndNoPrice() {
    var run = CommandLineRun.of("estimate", file, "--model", "gpt-3.5-turbo-0125");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("blocked")
        .contains("2026-10-23")
        .containsPattern("trained tokens +3900|trained_tokens +3900")
        .contains("BASE_NOT_TRAINABLE");
  }

  @Test
  void theSameJobOnAnEarlierDayHasAPrice() {
    var run =
        CommandLineRun.of(
            "estimate",
            file,
            "--model",
            "gpt-3.5-turbo-0125",
            "--at",
            "2024-06-01",
            "--format",
            "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"amount\" : \"0.0312\""); // 3,900 * 8 / 10^6
  }

  @Test
  void badRowsAreNamedAndTheRestIsPriced() throws IOException {
    Files.writeString(
        Path.of(file), "{\"messages\":[]}\n", java.nio.file.StandardOpenOption.APPEND);

    var run = CommandLineRun.of("estimate", file, "--model", "gpt-4o-2024-08-06");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out()).contains("BAD_MESSAGES").contains("train.jsonl:101 messages");
  }

  @Test
  void aFileWithoutRowsIsInvalid() {
    var run = CommandLineRun.withInput("", "estimate", "-", "--model", "gpt-4o-2024-08-06");

    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void validationRowsAreReadToo() {
    var run =
        CommandLineRun.of(
            "estimate",
            file,
            "--model",
            "gpt-4o-2024-08-06",
            "--validation",
            file,
            "--format",
            "json");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out()).contains("\"SPLIT_LEAK\" : 100").contains("\"validation\" : {");
  }

  @Test
  void whatAPriceDependsOnIsAskedFor() {
    var run =
        CommandLineRun.of(
            "estimate",
            file,
            "--model",
            "llama",
            "--provider",
            "together_ai",
            "--encoding",
            "o200k_base");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out()).contains("size class");
  }

  @Test
  void impossibleOptionsAreRefused() {
    String model = "gpt-4o-2024-08-06";
    assertThat(CommandLineRun.of("estimate", file, "--model", model, "--epochs", "51").err())
        .contains("1 to 50");
    assertThat(CommandLineRun.of("estimate", file, "--model", model, "--at", "soon").exitCode())
        .isEqualTo(3);
    assertThat(CommandLineRun.of("estimate", file, "--model", model, "--image-size", "big").err())
        .contains("WIDTHxHEIGHT");
    assertThat(CommandLineRun.of("estimate", file, "--model", "no such").err())
        .contains("--provider");
    assertThat(CommandLineRun.of("estimate", file, "--model", model, "--batch-size", "999").out())
        .contains("BAD_JOB_PARAMETER");
    assertThat(CommandLineRun.of("estimate", file, "--model", "x", "--provider", "ori").err())
        .contains("o200k_base");
  }
}
