package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelsListCommandTest {

  @Test
  void aModelIsListedWithBothEndsAndTheDaysLeft() {
    CommandLineRun run =
        CommandLineRun.of(
            "models", "list", "--provider=openai", "--contains=gpt-4o-2024-08", "--format=csv");

    assertThat(run.exitCode()).isZero();
    // 2026-11-20 to 2027-01-14 is 55 days
    assertThat(run.out())
        .startsWith("provider,model,kind,target,training_end,inference_end,certainty,disputed,")
        .contains(
            "openai,gpt-4o-2024-08-06,base snapshot,,2027-01-06,2027-01-14,estimated,false,55,");
  }

  @Test
  void theSameNameHasOtherDatesAtAnotherProvider() {
    assertThat(
            CommandLineRun.of(
                    "models",
                    "list",
                    "--provider=azure_openai",
                    "--contains=gpt-4o-2024-08-06",
                    "--format=csv")
                .out())
        .contains("azure,gpt-4o-2024-08-06,base snapshot,,2027-04-01,2026-10-01,exact,true,-50,");
  }

  @Test
  void anImpossibleProviderIsInvalidInput() {
    CommandLineRun run = CommandLineRun.of("models", "list", "--provider", "Open AI");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("plumbline: --provider: ");
  }
}
