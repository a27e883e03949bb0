package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakEvenCommandTest {

  private static final List<String> QUESTION =
      List.of(
          "breakeven",
          "--model",
          "gpt-4o-2024-08-06",
          "--prompt-tokens",
          "6000",
          "--tuned-prompt-tokens",
          "200",
          "--input-tokens",
          "800",
          "--output-tokens",
          "200",
          "--requests",
          "100000",
          "--training-tokens",
          "2880000",
          "--hit-rate",
          "0.87",
          "--at",
          "2026-01-14");

  @Test
  void thePrintedExampleIsReadyToBeAsked() {
    String example = CommandLineRun.of("breakeven", "--example").out();

    CommandLineRun run = CommandLineRun.withInput(example, "breakeven", "--scenario", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Fine-tuning pays from 1,027 answered requests a month: ")
        .contains("cheapest_at_volume")
        .contains("if this guess is off");
  }

  @Test
  void theCommonQuestionNeedsNoFile() {
    CommandLineRun run = ask();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1027").contains("PAYS_ABOVE");
  }

  @Test
  void jsonIsTheWholeAnswer() {
    CommandLineRun run = ask("--format", "json");

    assertThat(run.out())
        .startsWith("{")
        .contains("\"requests_per_month\" : \"1026.202367106793\"")
        .contains("\"price_row\"");
  }

  @Test
  void csvIsOneTable() {
    CommandLineRun run = ask("--format", "csv");

    assertThat(run.out()).startsWith("name,value\r\nverdict,PAYS_ABOVE\r\n");
  }

  @Test
  void whatIsMissingIsNamedByItsOption() {
    List<String> without = new ArrayList<>(QUESTION);
    without.removeAll(List.of("--training-tokens", "2880000"));

    CommandLineRun run = CommandLineRun.of(without.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("--training-tokens: is missing");
  }

  @Test
  void anUnknownPriceEndsWithItsReason() {
    List<String> unknown = new ArrayList<>(QUESTION);
    unknown.set(2, "gpt-6-sirius");

    CommandLineRun run = CommandLineRun.of(unknown.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("unpriced: base.model: ");
  }

  @Test
  void trainingThatHasEndedEndsWithItsReason() {
    CommandLineRun run = ask("--at", "2027-01-07");

    assertThat(run.exitCode()).isIn(2, 3);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aScenarioThatIsNoScenarioIsNamed() {
    CommandLineRun run = CommandLineRun.withInput("[]", "breakeven", "--scenario", "-");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("-: is an array; write an object");
  }

  @Test
  void nothingAskedIsAUsageError() {
    assertThat(CommandLineRun.of("breakeven").exitCode()).isEqualTo(2);
  }

  private static CommandLineRun ask(String... more) {
    List<String> args = new ArrayList<>(QUESTION);
    args.addAll(List.of(more));
    return CommandLineRun.of(args.toArray(String[]::new));
  }
}
