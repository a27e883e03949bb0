package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The applications that call models, on a server. */
@Command(
    name = "consumers",
    mixinStandardHelpOptions = true,
    description = "Register and list the applications that call models, on a server.",
    subcommands = {ConsumersAddCommand.class, ConsumersListCommand.class})
final class ConsumersCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
