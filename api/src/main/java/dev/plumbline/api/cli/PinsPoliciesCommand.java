package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What applications may be pinned to, on a server. */
@Command(
    name = "policies",
    mixinStandardHelpOptions = true,
    description = "List and set what applications may be pinned to, on a server.",
    subcommands = {PinsPoliciesListCommand.class, PinsPoliciesSetCommand.class})
final class PinsPoliciesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
