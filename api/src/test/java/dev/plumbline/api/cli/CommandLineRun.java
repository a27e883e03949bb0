package dev.plumbline.api.cli;

import dev.plumbline.api.canary.Leaks;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One command line run in memory, on 2026-11-20.
 *
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record CommandLineRun(int exitCode, String out, String err) {

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  public static CommandLineRun of(String... args) {
    return withInput("", args);
  }

  /** The same with text on standard input. */
  public static CommandLineRun withInput(String input, String... args) {
    return in(Map.of(), input, args);
  }

  /** The same with variables of the environment. */
  static CommandLineRun in(Map<String, String> environment, String input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int code =
        Main.run(
            new Surroundings(
                in, new PrintWriter(out), new PrintWriter(err), TODAY, false, false, environment),
            args);
    Leaks.look(
        "the output of plumbline " + String.join(" ", args),
        out + "\n" + err,
        List.of(args).subList(0, Math.min(2, args.length)).equals(List.of("token", "create"))
            ? Set.of("TOKEN_SECRET") // shown this once
            : Set.of());
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
