package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesCommandTest {

  @ParameterizedTest
  @CsvSource({
    "'--provider together_ai', 11",
    "'--model gpt-4.1-2025-04-14 --provider openai', 15",
    "'--model ft:gpt-4.1-2025-04-14:acme::a1 --provider openai', 7",
    "'--model gpt-4.1-* --provider openai --component training', 3",
    "'--provider openai --component input --tier flex', 2",
    "'--provider openai --model o3-2025-04-16 --component input --tier standard --at 2025-06-09', 1",
    "'--provider openai --model o3-2025-04-16 --component input --tier standard', 2",
    "'--provider openai --fine-tuned --component training_job_cap', 0",
    "'--provider openai --model davinci-002 --fine-tuned=false', 4",
    "'--provider openai --known-at 2026-11-19', 0",
    "'--provider openai --known-at 2026-11-20', 331",
  })
  void rowsAreFiltered(String options, int rows) {
    var run = CommandLineRun.of(("prices list --format csv " + options).split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(rows + 1);
  }

  @Test
  void conflictingRowsPointAtEachOther() {
    var run =
        CommandLineRun.of(
            "prices",
            "list",
            "--model",
            "gpt-4o-2024-08-06",
            "--fine-tuned",
            "--tier",
            "batch",
            "--component",
            "input");
    String page = rowOf(run, "2.225");
    String mirror = rowOf(run, "1.875");

    assertThat(page).endsWith(mirror.substring(0, 12));
    assertThat(mirror).endsWith(page.substring(0, 12));
  }

  private static String rowOf(CommandLineRun run, String amount) {
    return run.out().lines().filter(line -> line.contains(amount)).findFirst().orElseThrow();
  }

  @Test
  void aRowIsShownByTheIdThatACostNames() {
    String list =
        CommandLineRun.of(
                "prices",
                "list",
                "--model",
                "o3-2025-04-16",
                "--at",
                "2025-05-01",
                "--format",
                "csv")
            .out();
    String id = list.lines().skip(1).findFirst().orElseThrow().substring(0, 12);
    var run = CommandLineRun.of("prices", "show", id, "--format", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"price_row\" : \"" + id + "\"")
        .contains("\"recorded_at\" : \"2026-11-20T00:00:00Z\"")
        .contains("\"source\" : ");
    assertThat(CommandLineRun.of("prices", "show", id, id).out().lines()).hasSize(3);
  }

  @Test
  void anUnknownRowIsAnError() {
    var run = CommandLineRun.of("prices", "show", "000000000000");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("there is no price row 000000000000");
  }

  @Test
  void historyIsInTheOrderOfTime() {
    var run =
        CommandLineRun.of(
            "prices",
            "history",
            "--provider",
            "openai",
            "--model",
            "gpt-5.6-sol",
            "--component",
            "input",
            "--tier",
            "standard");

    assertThat(run.out())
        .containsSubsequence("2026-07-09  2026-08-21", "2026-08-21  2026-11-21", "above 272000");
  }

  @Test
  void nothingFoundIsSaidBesideTheData() {
    var run = CommandLineRun.of("prices", "history", "--model", "nope", "--format", "json");

    assertThat(run.out()).contains("[ ]");
    assertThat(run.err()).contains("no price row matches");
  }

  @ParameterizedTest
  @CsvSource({"--component,inputs", "--tier,fast", "--at,soon", "--provider,Open AI"})
  void aBadFilterIsNamed(String option, String value) {
    var run = CommandLineRun.of("prices", "list", option, value);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(option).contains(value);
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(CommandLineRun.of("prices").exitCode()).isEqualTo(2);
  }
}
