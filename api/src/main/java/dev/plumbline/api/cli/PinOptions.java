package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which application is to call what. A mixin. */
final class PinOptions {

  @Parameters(
      index = "0",
      arity = "1",
      paramLabel = "APPLICATION",
      description = "As it is registered, or its id.")
  private String application;

  @Parameters(
      index = "1",
      arity = "1",
      paramLabel = "MODEL",
      description = "A snapshot, an alias or a fine-tune.")
  private String model;

  @Option(
      names = "--slot",
      paramLabel = "NAME",
      description = "The purpose, for an application that calls several models.")
  private Optional<String> slot = Optional.empty();

  @Option(
      names = "--provider",
      paramLabel = "KEY",
      description = "Only where the name does not say it.")
  private Optional<String> provider = Optional.empty();

  @Option(
      names = "--rollback",
      paramLabel = "MODEL",
      description = "What to go back to (default: what is called now).")
  private Optional<String> rollback = Optional.empty();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Where it runs in several: production, staging or development.")
  private Optional<String> environment = Optional.empty();

  Map<String, Object> wish(ServerConnection connection) {
    String consumer = Applications.idOf(connection, application, environment);
    Map<String, Object> wish = PinRows.wish(consumer, model, slot, provider);
    rollback.ifPresent(text -> wish.put("rollback", text));
    return wish;
  }

  /** For people and CSV a row for each reason; JSON is the server's whole answer. */
  static void print(FormatOption format, JsonNode check) {
    if (format.format() == Format.JSON) {
      format.output().record(ModelParts.of(check));
    } else {
      format.output().table(PinRows.reasons(check));
    }
  }
}
