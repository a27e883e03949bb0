package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BreakEvenBatchTest {

  @Test
  void theTableOfKnownCasesIsReproducedByRunningItsOwnFile() throws IOException {
    CommandLineRun run = CommandLineRun.withInput(cases(), "breakeven", "--batch", "-");

    assertThat(run.exitCode()).isZero();
    String[] expected = cases().split("\n", -1);
    String[] actual = run.out().replace("\r", "").split("\n", -1);
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (!expected[i].startsWith("C21")) { // searched, so its last digits differ
        assertThat(actual[i]).isEqualTo(expected[i]);
      }
    }
    assertThat(run.out()).contains(",WINDOW,546.4387042").contains(",547,6557.26445");
  }

  @Test
  void aBadRowIsNamedAndLeftEmptyAndTheOthersAreAnswered() throws IOException {
    String broken =
        cases()
            .replace(
                "C02,C01 with base prompt caching at hit rate 1.0,gpt-4o,2.5", "C02,x,gpt-4o,two");

    CommandLineRun run = CommandLineRun.withInput(broken, "breakeven", "--batch", "-");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "plumbline: -:3 p_in: is not a number: \"two\"; write digits with a point, such as 0.87");
    assertThat(run.out().lines().filter(line -> line.startsWith("C02")).findFirst().orElseThrow())
        .endsWith(",100000" + ",".repeat(23));
    assertThat(run.out()).contains("C04,").contains("C24,");
  }

  @Test
  void aRowOfAnotherLengthIsNamed() throws IOException {
    CommandLineRun run =
        CommandLineRun.withInput(cases() + "C99,short\n", "breakeven", "--batch", "-");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("-:14: the row has 2 cells and the header 74");
  }

  @Test
  void missingColumnsAreNamed() {
    CommandLineRun run =
        CommandLineRun.withInput("case_id,title\nC1,x\n", "breakeven", "--batch", "-");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("columns are missing: base_model, p_in");
  }

  @Test
  void extraColumnsAreKept() throws IOException {
    String extra = cases().replace("case_id,", "remark,case_id,").replace("\nC", "\nnote,C");

    CommandLineRun run = CommandLineRun.withInput(extra, "breakeven", "--batch", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("remark,case_id,").contains("note,C24,");
  }

  @Test
  void jsonLinesHaveTheSameNames() throws IOException {
    CommandLineRun run =
        CommandLineRun.withInput(cases(), "breakeven", "--batch", "-", "--format", "json");

    assertThat(run.out().lines()).hasSize(12);
    assertThat(run.out()).contains("\"verdict\":\"WINDOW\"");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    CommandLineRun run = CommandLineRun.of("breakeven", "--batch", "/no/such/file.csv");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("cannot read /no/such/file.csv: there is no such file");
  }

  private static String cases() throws IOException {
    try (var in = BreakEvenBatchTest.class.getResourceAsStream("breakeven_cases.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    }
  }
}
