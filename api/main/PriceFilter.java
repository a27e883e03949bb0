package dev.plumbline.api.cli;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.ServiceTier;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which price rows are wanted: the options that {@code list} and {@code history} share. */
final class PriceFilter {

  @Option(names = "--provider", description = "For example openai or azure.")
  Optional<String> provider = Optional.empty();

  @Option(
      names = "--model",
      description = "A model, with * for any text; a fine-tune's name means its base's tuned rows.")
  Optional<String> model = Optional.empty();

  @Option(names = "--component", description = "For example input, cached_input or training.")
  Optional<String> component = Optional.empty();

  @Option(names = "--tier", description = "standard, batch, flex or priority.")
  Optional<String> tier = Optional.empty();

  @Option(names = "--at", description = "Only what is in force on this day or moment (UTC).")
  Optional<String> at = Optional.empty();

  @Option(
      names = "--fine-tuned",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Only fine-tuned models, or with false only bases.")
  Optional<Boolean> fineTuned = Optional.empty();

  List<ListPrice> select(List<ListPrice> rows) {
    Predicate<ListPrice> wanted = ofProvider();
    wanted = wanted.and(ofModel()).and(ofComponent()).and(ofTier()).and(inForce());
    wanted = wanted.and(row -> fineTuned.map(tuned -> tuned == row.fineTuned()).orElse(true));
    return rows.stream().filter(wanted).toList();
  }

  private Predicate<ListPrice> ofProvider() {
    Optional<Provider> wanted = provider.map(text -> UsageRow.provider("--provider", text));
    return row -> wanted.map(row.provider()::equals).orElse(true);
  }

  private Predicate<ListPrice> ofModel() {
    return model.map(PriceFilter::ofModel).orElse(row -> true);
  }

  private static Predicate<ListPrice> ofModel(String text) {
    Optional<ModelId> tune =
        ModelNames.bundled()
            .parse(text)
            .match(id -> Optional.of(id).filter(one -> one.kind().isFineTuned()), no -> Optional.empty());
    if (tune.isPresent()) {
      String base = tune.get().base().orElse(text);
      return row -> row.fineTuned() && row.model().equals(base);
    }
    Pattern pattern = Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
    return row -> pattern.matcher(row.model()).matches();
  }

  private Predicate<ListPrice> ofComponent() {
    Optional<Component> wanted =
        component.map(
            text ->
                Component.findByLabel(text)
                    .orElseThrow(() -> unknown("--component", text, Component.labels())));
    return row -> wanted.map(one -> one == row.component()).orElse(true);
  }

  private Predicate<ListPrice> ofTier() {
    Optional<ServiceTier> wanted = tier.map(text -> UsageRow.tier("--tier", text));
    return row -> wanted.map(one -> one == row.tier()).orElse(true);
  }

  /** A row whose start is unknown may be in force on any day before its end. */
  private Predicate<ListPrice> inForce() {
    Optional<LocalDate> day =
        at.map(text -> LocalDate.ofInstant(UsageRow.instant("--at", text), ZoneOffset.UTC));
    return row -> day.map(one -> isInForce(row, one)).orElse(true);
  }

  private static boolean isInForce(ListPrice row, LocalDate day) {
    return row.validFrom().day().map(from -> !day.isBefore(from)).orElse(true)
        && row.validTo().map(day::isBefore).orElse(true);
  }

  private static InputInvalidException unknown(String option, String text, String known) {
    return new InputInvalidException(
        "%s: unknown: '%s'; use one of %s".formatted(option, text, known));
  }
}
