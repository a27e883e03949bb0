package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** People in the caller's organisation, on a server. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Invite, list and disable the people of your organisation on a server.",
    subcommands = {UserAddCommand.class, UserListCommand.class, UserDisableCommand.class})
final class UserCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
