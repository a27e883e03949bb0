package dev.plumbline.api.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command. A new command is one class and one line in {@code subcommands}. */
@Command(
    name = "plumbline",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "What fine-tuned language models cost, and how long they last.",
    footer = {
      "",
      "Exit codes: 0 ok, 1 a check you asked for failed, 2 usage, 3 input invalid,",
      "4 server or credentials, 5 partial answer."
    },
    subcommands = {
      ModelsCommand.class,
      ConsumersCommand.class,
      PinsCommand.class,
      DeploymentsCommand.class,
      CalendarCommand.class,
      PricesCommand.class,
      CostCommand.class,
      TokensCommand.class,
      EstimateCommand.class,
      BreakEvenCommand.class,
      ScanCommand.class,
      DriftCommand.class,
      EvaluateCommand.class,
      ExitPlanCommand.class,
      SyncCommand.class,
      SecretsCommand.class,
      ServeCommand.class,
      LoginCommand.class,
      LogoutCommand.class,
      WhoamiCommand.class,
      TokenCommand.class,
      UserCommand.class,
      AuditLogCommand.class,
      GenerateCompletion.class,
    })
public final class PlumblineCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
