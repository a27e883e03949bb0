package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitPlanCommandTest {

  private static final String OVER = "ft:gpt-4-0613:acme::a1";

  @Test
  void aPlanIsWorkedOutOffline() {
    var run =
        CommandLineRun.of(
            "exit-plan", "--model", OVER, "--monthly-spend", "900", "--candidate", "stop");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Calls end on 2026-10-23", "last safe day 2026-10-22")
        .contains("A plan of 30 days begins by 2026-09-23")
        .contains("Spend a month: USD 900 (entered)")
        .contains("Training spend left: unknown")
        .contains("-900")
        .contains("Record the golden outputs");
  }

  @Test
  void withoutCandidatesWhatSourcesNameIsProposed() {
    var run = CommandLineRun.of("exit-plan", "--model", OVER, "--format", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"route\" : \"newer_base_with_prompt\"")
        .contains("\"model\" : \"gpt-5.6-sol\"")
        .contains("\"verdict\" : \"unknown\"")
        .contains("\"status\" : \"draft\"");
  }

  @Test
  void theSpendFollowsFromTokensAndPublishedPrices() {
    // 100,000 × (800 × 3.75 + 200 × 15) / 1,000,000
    var run =
        CommandLineRun.of(
            "exit-plan",
            "--model",
            "ft:gpt-4o-2024-08-06:acme::a1",
            "--requests",
            "100000",
            "--input-tokens",
            "800",
            "--output-tokens",
            "200");

    assertThat(run.out())
        .contains("Spend a month: USD 600 (catalogue 2026-11-20-")
        .contains("Calls end on 2027-01-14: 55 days left, last safe day 2027-01-13");
  }

  @Test
  void theWaysAreATable() {
    var run =
        CommandLineRun.of(
            "exit-plan",
            "--model",
            OVER,
            "--candidate",
            "retune_elsewhere:azure/gpt-4.1-2025-04-14",
            "--candidate",
            "stop",
            "--format",
            "csv");

    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out()).contains("azure/gpt-4.1-2025-04-14");
  }

  @ParameterizedTest
  @CsvSource({
    "--candidate, dance, 3, dance",
    "--candidate, dance:x/y, 3, route",
    "--monthly-spend, 1e99999, 3, monthly_spend",
    "--days, 0, 3, plan takes",
    "--since, soon, 2, soon",
    "--provider, No!, 3, --model",
  })
  void whatDoesNotFitIsNamed(String option, String value, int code, String word) {
    var run = CommandLineRun.of("exit-plan", "--model", OVER, option, value);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(word).doesNotContain("defect");
  }

  @Test
  void aNameWithoutAProviderNeedsOne() {
    assertThat(CommandLineRun.of("exit-plan", "--model", "m-1").exitCode()).isEqualTo(3);
    assertThat(CommandLineRun.of("exit-plan").exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.of("exit-plan", "--model", "m-1", "--provider", "local").exitCode())
        .isZero();
  }
}
