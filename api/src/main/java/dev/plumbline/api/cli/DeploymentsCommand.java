package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where models are made callable, on a server. */
@Command(
    name = "deployments",
    mixinStandardHelpOptions = true,
    description = "Register and list deployments, and whether one can go back, on a server.",
    subcommands = {
      DeploymentsListCommand.class,
      DeploymentsAddCommand.class,
      DeploymentsRollbacksCommand.class
    })
final class DeploymentsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
