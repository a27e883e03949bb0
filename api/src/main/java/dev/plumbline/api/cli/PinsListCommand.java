package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What every application calls now. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List what every application is pinned to now.")
final class PinsListCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    format
        .output()
        .table(PinRows.pins(RemoteRows.all(server.connection(), "/api/v1/pins", "pins")));
    return ExitCode.OK.code();
  }
}
