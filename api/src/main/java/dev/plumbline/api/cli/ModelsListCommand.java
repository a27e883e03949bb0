package dev.plumbline.api.cli;

import dev.plumbline.api.deprecations.ShutdownDates;
import dev.plumbline.api.deprecations.StatedEnd;
import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.model.KnownModel;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The names of providers' own models, with the ends of both clocks. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the models that providers name, and until when they last.",
    footer = {
      "",
      "training_end is for an organisation that tunes today. An end is the first day without.",
      "certainty and days_left are of inference_end; \"not before\" dates are not_before."
    })
final class ModelsListCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final ModelNames names = ModelNames.bundled();
  private final ShutdownDates dates = ShutdownDates.bundled();

  @Mixin private FormatOption format;

  @Option(names = "--provider", paramLabel = "KEY", description = "Only this provider's.")
  private Optional<String> provider = Optional.empty();

  @Option(names = "--contains", paramLabel = "TEXT", description = "Only names with this text.")
  private String contained = "";

  ModelsListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Table table =
        Table.of(
            "provider",
            "model",
            "kind",
            "target",
            "training_end",
            "inference_end",
            "certainty",
            "disputed",
            "days_left",
            "source");
    asked().forEach(model -> add(table, model));
    format.output().table(table);
    return ExitCode.OK.code();
  }

  private Stream<KnownModel> asked() {
    Optional<Provider> wanted =
        provider.map(key -> InputInvalidException.reading("--provider", () -> Provider.of(key)));
    return KnownModels.bundled().all().stream()
        .filter(model -> wanted.map(model.provider()::equals).orElse(true))
        .filter(model -> model.name().contains(contained));
  }

  private void add(Table table, KnownModel known) {
    ModelId model = names.idOf(known);
    StatedEnd end = dates.inference(model);
    Optional<LocalDate> day = end.end().map(Observation::value);
    table.row(
        known.provider(),
        known.name(),
        known.kind().label(),
        known.target(),
        dates.trainingEnd(model).map(Observation::value),
        day,
        end.end().map(observation -> certainty(observation)),
        !end.disputedBy().isEmpty(),
        day.map(last -> ChronoUnit.DAYS.between(surroundings.today(), last)),
        end.end().map(observation -> observation.source().name()).orElse(end.gap()));
  }

  private static String certainty(Observation<LocalDate> observation) {
    return observation.certainty().name().toLowerCase(java.util.Locale.ROOT);
  }
}
