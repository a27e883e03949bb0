package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Questions about model names. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Take model names apart, and list the known ones with their dates.",
    subcommands = {ModelsParseCommand.class, ModelsListCommand.class})
public final class ModelsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
