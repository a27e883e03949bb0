package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator does with the secrets of a server. */
@Command(
    name = "secrets",
    mixinStandardHelpOptions = true,
    description = "Look after the master key that seals a server's stored secrets.",
    subcommands = {SecretsRotateCommand.class})
public final class SecretsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
