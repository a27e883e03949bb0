package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The policy of each environment. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the pinning policy of each environment.")
final class PinsPoliciesListCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    format.output().table(PolicyRows.of(server.connection().get("/api/v1/pin-policies")));
    return ExitCode.OK.code();
  }
}
