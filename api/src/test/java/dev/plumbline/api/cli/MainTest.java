package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void helpIsDataAndSucceeds() {
    CommandLineRun run = CommandLineRun.of("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: plumbline").contains("models").contains("Exit codes");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theVersionIsTheOneOfTheBuild() {
    assertThat(CommandLineRun.of("--version").out())
        .matches("plumbline [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\\R");
  }

  @Test
  void aCompletionScriptIsGenerated() {
    assertThat(CommandLineRun.of("generate-completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("_complete_plumbline");
  }

  @Test
  void aMissingOrUnknownCommandIsAUsageError() {
    assertThat(CommandLineRun.of().exitCode()).isEqualTo(2);
    CommandLineRun run = CommandLineRun.of("estimte");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("plumbline: ").doesNotContain("at dev.plumbline");
  }

  @Test
  void everyCommandExplainsItself() {
    assertThat(CommandLineRun.of("models", "parse", "--help").out()).contains("--batch=FILE");
  }

  @Test
  void aReaderThatLeftEndsTheWorkQuietly() {
    assertThat(runInto("Broken pipe")).isEqualTo("0:");
  }

  @Test
  void aFullDiskIsAPartialAnswerAndSaidOnce() {
    assertThat(runInto("No space left on device"))
        .isEqualTo("5:plumbline: standard output takes nothing more: No space left on device\n");
  }

  private static String runInto(String failure) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    var out =
        new PrintWriter(
            new OutputStreamWriter(new StandardOutput(failing), StandardCharsets.UTF_8));
    var err = new StringWriter();
    var in = new ByteArrayInputStream(new byte[0]);
    var surroundings =
        new Surroundings(in, out, new PrintWriter(err), Clock.systemUTC(), false, false, Map.of());
    return Main.run(surroundings, "generate-completion") + ":" + err;
  }
}
