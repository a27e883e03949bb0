package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsParseCommandTest {

  private static final String FINE_TUNE = "ft:gpt-4o-2024-08-06:acme::AbC1:ckpt-step-7";

  @Test
  void argumentsAreAnsweredInATable() {
    CommandLineRun run = CommandLineRun.of("models", "parse", FINE_TUNE, "gpt-4o");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .hasSize(3)
        .last()
        .asString()
        .matches("gpt-4o +openai +alias +gpt-4o-2024-08-06");
  }

  @Test
  void anInvalidArgumentIsInvalidInputAndTheOthersAreStillAnswered() {
    CommandLineRun run = CommandLineRun.of("models", "parse", "ft-gpt-4", "gpt-4o");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("gpt-4o").doesNotContain("ft-gpt-4");
    assertThat(run.err()).startsWith("plumbline: 'ft-gpt-4' is no model name: ");
  }

  @Test
  void aBatchAnswersEveryLineInOrderAndInvalidOnesAreAnswers() {
    CommandLineRun run =
        CommandLineRun.withInput(
            FINE_TUNE + "\n gpt-4o\r\n\ngpt-4o", "models", "parse", "--batch", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "{\"input\":\"ft:gpt-4o-2024-08-06:acme::AbC1:ckpt-step-7\","
                            + "\"provider\":\"openai\",\"kind\":\"checkpoint\","
                            + "\"base\":\"gpt-4o-2024-08-06\",\"org\":\"acme\",\"suffix\":null,"
                            + "\"tail\":\"AbC1\",\"checkpoint_step\":7}"),
            line -> assertThat(line).startsWith("{\"input\":\" gpt-4o\",\"error\":\"character"),
            line -> assertThat(line).startsWith("{\"input\":\"\",\"error\":\"the name is empty"),
            line -> assertThat(line).contains("\"kind\":\"alias\""));
  }

  @Test
  void aLineWithoutEndIsCutAndTheNextIsStillRead() {
    String endless = "x".repeat(3_000_000);

    CommandLineRun run =
        CommandLineRun.withInput(endless + "\ngpt-4o\n", "models", "parse", "--batch=-");

    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).hasSizeLessThan(300).contains("longer than 65536 bytes"),
            line -> assertThat(line).contains("\"provider\":\"openai\""));
  }

  @Test
  void aFileIsReadAndItsByteOrderMarkIsNoPartOfTheFirstName(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ids.txt");
    Files.writeString(file, "\uFEFFgpt-4o\n");

    assertThat(CommandLineRun.of("models", "parse", "--batch", file.toString()).out())
        .startsWith("{\"input\":\"gpt-4o\",\"provider\":\"openai\"");
  }

  @Test
  void aMissingFileOrADirectoryIsInvalidInput(@TempDir Path folder) {
    CommandLineRun missing = CommandLineRun.of("models", "parse", "--batch", "/nowhere/ids");
    CommandLineRun directory = CommandLineRun.of("models", "parse", "--batch", folder.toString());

    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err())
        .isEqualTo("plumbline: cannot read /nowhere/ids: there is no such file\n");
    assertThat(directory.exitCode()).isEqualTo(3);
  }

  @Test
  void namesAndABatchExcludeEachOther() {
    assertThat(CommandLineRun.of("models", "parse", "gpt-4o", "--batch", "-").exitCode())
        .isEqualTo(2);
    assertThat(CommandLineRun.of("models", "parse").exitCode()).isEqualTo(2);
  }

  @Test
  void aTerminalSCursorCannotBeMovedByAName() {
    assertThat(CommandLineRun.of("models", "parse", "\u001b[2Jgpt").err())
        .doesNotContain("\u001b")
        .contains("\\u001b[2Jgpt");
  }
}
