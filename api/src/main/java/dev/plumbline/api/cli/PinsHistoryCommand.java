package dev.plumbline.api.cli;

import dev.plumbline.api.remote.ServerConnection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What one application called, in time. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "List what an application was ever pinned to, oldest first.")
final class PinsHistoryCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Mixin private ApplicationOption application;

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    String id = application.idAt(connection);
    format.output().table(PinRows.pins(connection.get("/api/v1/pins/history?consumer=" + id)));
    return ExitCode.OK.code();
  }
}
