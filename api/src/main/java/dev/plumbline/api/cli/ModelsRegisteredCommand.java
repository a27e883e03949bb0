package dev.plumbline.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The registry of a server. */
@Command(
    name = "registered",
    mixinStandardHelpOptions = true,
    description = "List the models that are registered on a server, with both clocks.")
final class ModelsRegisteredCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    Table table = ModelParts.table();
    RegisteredModels.all(server.connection()).forEach(model -> ModelParts.add(table, model));
    format.output().table(table);
    return ExitCode.OK.code();
  }
}
