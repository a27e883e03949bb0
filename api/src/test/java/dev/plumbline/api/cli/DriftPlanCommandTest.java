package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftPlanCommandTest {

  @TempDir Path folder;

  private static CommandLineRun plan(String... more) {
    String[] all = new String[more.length + 6];
    String[] first = {"drift", "plan", "--model", "gpt-4o-2024-08-06", "--false-pages", "0.05"};
    System.arraycopy(first, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return CommandLineRun.of(all);
  }

  @Test
  void twoDollarsAYearPayForAnHourlyTripwireOfGpt4o() {
    // G5 by the bundled prices: 8,760 calls of 8 tokens in and 16 out at 2.50 and 10 for a million
    CommandLineRun run = plan("--budget", "0.1666", "--format", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"work\" : \"tripwire\"", "\"calls_per_year\" : 8760")
        .contains("\"first_year\" : \"1.5768\"")
        .contains("border prompts daily needs USD");
  }

  @Test
  void everyStageNamesThePriceRowsBehindIt() {
    CommandLineRun run = plan("--budget", "20", "--control", "gpt-4.1-2025-04-14");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("one token", "border prompts", "task suite", "control", "price rows")
        .contains("kept back for");
  }

  @Test
  void aModelWithoutAPriceHasNoPlan() {
    CommandLineRun run =
        CommandLineRun.of(
            "drift", "plan", "--model", "our-own-llama", "--budget", "5", "--false-pages", "0.1");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("no plan").contains("our-own-llama");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aBadLineOfASuiteIsNamed() throws IOException {
    Path file = folder.resolve("mine.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"exact\":\"x\"}}\n"
            + "{\"id\":\"b\",\"family\":\"f\"}\n");

    CommandLineRun run = plan("--budget", "5", "--suite", file.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("mine.jsonl:2 messages");
  }

  @Test
  void aBudgetThatIsNoneIsRefused() {
    assertThat(plan("--budget", "0").exitCode()).isEqualTo(3);
    assertThat(plan("--budget", "0").err()).contains("more than nothing");
  }
}
