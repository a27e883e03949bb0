package dev.plumbline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The audit trail of an organisation. */
@Command(
    name = "audit-log",
    mixinStandardHelpOptions = true,
    description = "Export and check the audit trail of an organisation.",
    subcommands = {
      AuditLogVerifyCommand.class,
      AuditLogExportCommand.class,
      AuditLogRotateKeyCommand.class
    })
final class AuditLogCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
