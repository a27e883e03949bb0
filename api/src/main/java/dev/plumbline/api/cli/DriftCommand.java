package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the model behind an id is still the same one. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = "Tell whether the model behind a name has changed, and prove it.",
    subcommands = {
      DriftPlanCommand.class,
      DriftRunCommand.class,
      DriftReportCommand.class,
      DriftTestCommand.class,
      DriftRecomputeCommand.class,
      DriftRehearseCommand.class
    })
final class DriftCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
