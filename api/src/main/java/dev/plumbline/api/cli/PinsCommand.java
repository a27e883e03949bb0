package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What applications call, on a server. */
@Command(
    name = "pins",
    mixinStandardHelpOptions = true,
    description =
        "List, set and check what applications are pinned to, and by which policy, on a server.",
    subcommands = {
      PinsListCommand.class,
      PinsSetCommand.class,
      PinsCheckCommand.class,
      PinsHistoryCommand.class,
      PinsPoliciesCommand.class,
      PinsWaiveCommand.class,
      PinsWaiversCommand.class
    })
final class PinsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
