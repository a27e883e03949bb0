package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Questions about published prices. */
@Command(
    name = "prices",
    mixinStandardHelpOptions = true,
    description = "Look at published prices, their sources and their history.",
    subcommands = {PricesListCommand.class, PricesShowCommand.class, PricesHistoryCommand.class})
final class PricesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
