package dev.plumbline.api.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One exit plan as of today. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show an exit plan on a server, as of today.")
final class ExitPlanShowCommand implements Callable<Integer> {

  @Mixin private ServerOption server;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "ID", description = "As `plumbline exit-plan list` shows it.")
  private UUID id;

  @Override
  public Integer call() {
    return new ExitPlanPrinting(format)
        .print(server.connection().get("/api/v1/exit-plans/" + id))
        .code();
  }
}
