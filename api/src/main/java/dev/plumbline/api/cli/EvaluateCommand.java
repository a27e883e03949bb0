package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How good a fine-tune is. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Judge a fine-tune by the losses of its training, or beside its base.",
    subcommands = {EvaluateLossesCommand.class, EvaluateHoldOutCommand.class})
final class EvaluateCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
