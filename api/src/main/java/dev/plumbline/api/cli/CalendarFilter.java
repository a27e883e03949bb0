package dev.plumbline.api.cli;

import dev.plumbline.core.model.KnownModel;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.Cloud;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Whose ends are asked for, and under which circumstances. */
final class CalendarFilter {

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = {
        "A model with its fine-tunes, one fine-tune, or names with * for any text; repeat it for",
        "a calendar of only what you use."
      })
  List<String> models = List.of();

  @Option(names = "--provider", paramLabel = "KEY", description = "For example openai or azure.")
  Optional<String> provider = Optional.empty();

  @Option(names = "--clock", description = "Only training or only inference.")
  Optional<String> clock = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "DAY",
      description = "What was believed on this day, and days left counted from it.")
  Optional<LocalDate> at = Optional.empty();

  @Option(
      names = "--customer-class",
      description = "active (default), tuned_but_idle, never_tuned or unknown.")
  String customer = "active";

  @Option(names = "--cloud", description = "public (default) or government.")
  Optional<String> cloud = Optional.empty();

  @Option(
      names = "--deployment",
      description = "Azure: standard, global, data_zone, provisioned or developer.")
  Optional<String> deployment = Optional.empty();

  @Option(names = "--region", description = "As the provider writes it, for example us-east-1.")
  Optional<String> region = Optional.empty();

  /** The day on which the calendar is read. */
  LocalDate day(Surroundings surroundings) {
    return at.orElseGet(surroundings::today);
  }

  /** Everything that is asked for, whenever it ends; a gap of a fine-tune is an entry too. */
  List<CalendarEntry> entries(DeprecationCalendar calendar) {
    var history = new EndHistory(at.map(calendar::asKnownOn).orElse(calendar));
    Circumstances asked = circumstances();
    Optional<Provider> only =
        provider.map(key -> InputInvalidException.reading("--provider", () -> Provider.of(key)));
    Optional<LifeClock> onlyClock = clock.map(text -> constant("--clock", text, LifeClock.class));
    return Stream.concat(named(history, asked), listed(history, asked))
        .filter(entry -> only.map(entry.question().model().provider()::equals).orElse(true))
        .filter(entry -> onlyClock.map(entry.clock()::equals).orElse(true))
        .toList();
  }

  private Circumstances circumstances() {
    Cloud inCloud =
        cloud
            .map(text -> constant("--cloud", text, Cloud.class))
            .or(() -> region.map(Cloud::ofRegion))
            .orElse(Cloud.PUBLIC);
    return new Circumstances(
        constant("--customer-class", customer, CustomerClass.class),
        deployment.map(text -> constant("--deployment", text, DeploymentType.class)),
        region,
        Optional.of(inCloud));
  }

  /** The fine-tunes that were named; each is a question of its own. */
  private Stream<CalendarEntry> named(EndHistory history, Circumstances asked) {
    return models.stream()
        .flatMap(name -> fineTune(name).stream())
        .flatMap(model -> history.of(new LifespanQuestion(model, asked)).stream());
  }

  private static Optional<ModelId> fineTune(String name) {
    return ModelNames.bundled()
        .parse(name)
        .<Optional<ModelId>>match(Optional::of, none -> Optional.empty())
        .filter(model -> model.kind().isFineTuned());
  }

  private Stream<CalendarEntry> listed(EndHistory history, Circumstances asked) {
    List<String> others = models.stream().filter(name -> fineTune(name).isEmpty()).toList();
    if (others.isEmpty() && !models.isEmpty()) {
      return Stream.empty();
    }
    List<Pattern> patterns = patterns(others);
    return history.all(asked).stream().filter(entry -> isWanted(entry, patterns));
  }

  private static boolean isWanted(CalendarEntry entry, List<Pattern> patterns) {
    String base = entry.question().model().base().orElse("");
    return patterns.isEmpty()
        || patterns.stream().anyMatch(pattern -> pattern.matcher(base).matches());
  }

  /** An alias also means the snapshot behind it, because that is what fine-tunes are named by. */
  private static List<Pattern> patterns(List<String> names) {
    Set<String> wanted = new HashSet<>();
    for (String name : names) {
      String plain = name.substring(name.indexOf('/') + 1);
      wanted.add(plain);
      KnownModels.bundled().findAll(plain).stream()
          .map(KnownModel::target)
          .flatMap(Optional::stream)
          .forEach(wanted::add);
    }
    return wanted.stream()
        .map(name -> Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q")))
        .toList();
  }

  private static <E extends Enum<E>> E constant(String option, String text, Class<E> type) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputInvalidException(
                    "%s: unknown: '%s'; use one of %s".formatted(option, text, labels(type))));
  }

  private static <E extends Enum<E>> String labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
