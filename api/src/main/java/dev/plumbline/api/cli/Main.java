package dev.plumbline.api.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The executable: plain picocli, so that only {@code serve} boots Quarkus. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... args) {
    System.exit(run(Surroundings.ofProcess(Clock.systemUTC()), args));
  }

  /** Runs one command line; what tests call. */
  public static int run(Surroundings surroundings, String... args) {
    Failures failures = new Failures(surroundings);
    try {
      int code = commandLine(surroundings, failures).execute(args);
      if (!failures.isOutputBroken()) {
        surroundings.out().flush();
      }
      return code;
    } catch (OutputBrokenException e) {
      return failures.reported(e).code();
    } finally {
      surroundings.err().flush();
    }
  }

  private static CommandLine commandLine(Surroundings surroundings, Failures failures) {
    return new CommandLine(PlumblineCommand.class, new CommandFactory(surroundings))
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(
            Help.defaultColorScheme(surroundings.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }
}
