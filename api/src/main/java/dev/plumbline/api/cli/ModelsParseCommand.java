package dev.plumbline.api.cli;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.NotAModelName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes model names apart. */
@Command(
    name = "parse",
    mixinStandardHelpOptions = true,
    description = "Say what model names are: provider, kind, base, owner, suffix, checkpoint.",
    footer = {
      "",
      "A batch answers every line with one JSON object: input, provider, kind, base, org,",
      "suffix, tail and checkpoint_step (null where a name has no such part), or input and",
      "error. Nothing is trimmed but the end of the line."
    })
final class ModelsParseCommand implements Callable<Integer> {

  private static final int LONGEST_LINE_BYTES = 1 << 16;

  private final Surroundings surroundings;
  private final ModelNames names = ModelNames.bundled();

  @Mixin private FormatOption format;

  @ArgGroup(multiplicity = "1")
  private Asked asked;

  /** Names as arguments, or a file of them. */
  static final class Asked {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Model names.")
    List<String> ids;

    @Option(
        names = "--batch",
        paramLabel = "FILE",
        description = "A file with one name a line; - is standard input.")
    String batch;
  }

  ModelsParseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    return (asked.batch == null ? answerArguments() : answerBatch()).code();
  }

  private ExitCode answerArguments() {
    Table table =
        Table.of("input", "provider", "kind", "base", "org", "suffix", "tail", "checkpoint_step");
    boolean allGood = true;
    for (String id : asked.ids) {
      allGood &= names.parse(id).match(model -> added(table, model), this::refused);
    }
    format.output().table(table);
    return allGood ? ExitCode.OK : ExitCode.INPUT_INVALID;
  }

  private static boolean added(Table table, ModelId model) {
    table.row(parts(model).values().toArray());
    return true;
  }

  private boolean refused(NotAModelName no) {
    surroundings.say("plumbline: '%s' is no model name: %s".formatted(no.input(), no.reason()));
    return false;
  }

  private ExitCode answerBatch() throws IOException {
    Output output = format.output();
    try (LimitedLines lines = new LimitedLines(surroundings.open(asked.batch), LONGEST_LINE_BYTES);
        Progress progress = Progress.of(surroundings, "parsing, names so far:")) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        output.jsonLine(answer(line.get()));
        progress.at(line.get().number(), 0);
      }
    }
    return ExitCode.OK;
  }

  private Map<String, Object> answer(LimitedLines.Line line) {
    if (line.isCut()) {
      return error(
          line.text().substring(0, Math.min(100, line.text().length())),
          "the line is longer than %d bytes: give one name a line".formatted(LONGEST_LINE_BYTES));
    }
    return names
        .parse(line.text())
        .match(ModelsParseCommand::parts, no -> error(no.input(), no.reason()));
  }

  private static Map<String, Object> error(String input, String reason) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("input", input);
    parts.put("error", reason);
    return parts;
  }

  private static Map<String, Object> parts(ModelId model) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("input", model.input());
    parts.put("provider", model.provider().key());
    parts.put("kind", model.kind().label());
    parts.put("base", model.base());
    parts.put("org", model.org());
    parts.put("suffix", model.suffix());
    parts.put("tail", model.tail());
    parts.put(
        "checkpoint_step",
        model.checkpointStep().isPresent()
            ? Optional.of(model.checkpointStep().getAsInt())
            : Optional.empty());
    return parts;
  }
}
