package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Questions about model names, and the registry of a server. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "Take model names apart, and list the known ones with their dates;",
      "register, list and show the fine-tunes of an organisation on a server."
    },
    subcommands = {
      ModelsParseCommand.class,
      ModelsListCommand.class,
      ModelsRegisterCommand.class,
      ModelsRegisteredCommand.class,
      ModelsShowCommand.class,
      ModelsStateCommand.class
    })
public final class ModelsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
