package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.tokens.AccessTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretsRotateCommandTest {

  @TestHTTPResource("/")
  URL server;

  @Inject AccessTokens tokens;

  @Test
  void aRotationMakesAKeyMovesEverySecretAndSaysSo() {
    CommandLineRun run = rotate("--format", "csv");

    // Other tests leave rows that no key opens: they are told of, and hold up nothing.
    boolean all = run.err().contains(" moved, 0 left");
    assertThat(run.exitCode()).isEqualTo(all ? 0 : 5);
    assertThat(run.err()).contains(all ? "can be removed from" : "cannot be opened");
    assertThat(run.out())
        .startsWith("version,current,secrets,known")
        .containsPattern("\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{6},true,");
    assertThat(rotate("--format", "csv").out()).isNotEqualTo(run.out());
  }

  private CommandLineRun rotate(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            Clock.systemUTC(),
            false,
            false,
            Map.of(
                "PLUMBLINE_SERVER",
                server.toString(),
                "PLUMBLINE_TOKEN",
                SomeCallers.adminToken(tokens)));
    String[] args = new String[options.length + 2];
    args[0] = "secrets";
    args[1] = "rotate";
    System.arraycopy(options, 0, args, 2, options.length);
    int code = Main.run(surroundings, args);
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
