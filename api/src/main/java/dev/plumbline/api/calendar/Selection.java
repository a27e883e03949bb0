package dev.plumbline.api.calendar;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.model.KnownModel;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The entries of an organisation's calendar that somebody wants, by day and name. */
@ApplicationScoped
class Selection {

  static final Comparator<CalendarEntry> BY_DAY =
      Comparator.<CalendarEntry, LocalDate>comparing(entry -> entry.day().orElse(LocalDate.MAX))
          .thenComparing(entry -> entry.question().model().provider())
          .thenComparing(entry -> entry.question().model().canonical())
          .thenComparing(CalendarEntry::clock);

  private final Calendars calendars;
  private final UsedModels used;

  Selection(Calendars calendars, UsedModels used) {
    this.calendars = calendars;
    this.used = used;
  }

  /**
   * @param at what was believed on this day; now when empty
   */
  List<CalendarEntry> entries(
      Organisation organisation, CalendarQuery query, Optional<LocalDate> at) {
    return candidates(organisation, query, at)
        .filter(entry -> isWanted(entry, query))
        .sorted(BY_DAY)
        .toList();
  }

  /**
   * The one entry with this name.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404 when no table knows the name, 400 when
   *     several do
   */
  CalendarEntry one(Organisation organisation, CalendarQuery query) {
    String name = query.model().orElseThrow();
    List<CalendarEntry> exact =
        entries(organisation, query, Optional.empty()).stream()
            .filter(entry -> entry.question().model().canonical().equals(name))
            .toList();
    if (exact.isEmpty()) {
      throw Problem.of(ErrorCode.NOT_FOUND, "no source states anything about this model")
          .withRemedy("name it as the list does, for example 'fine-tunes of gpt-4o-2024-08-06'")
          .asException();
    }
    if (exact.size() > 1) {
      throw Input.refused("provider", "several providers have a model of this name; give one");
    }
    return exact.get(0);
  }

  private Stream<CalendarEntry> candidates(
      Organisation organisation, CalendarQuery query, Optional<LocalDate> at) {
    if (query.isOfUsed()) {
      return of(organisation, at, used.of(organisation, query.owner()))
          .filter(entry -> query.model().map(name -> isNamed(entry, name)).orElse(true));
    }
    Optional<ModelId> fineTune = query.model().flatMap(Selection::fineTune);
    if (fineTune.isPresent()) {
      return of(organisation, at, List.of(fineTune.get()));
    }
    List<CalendarEntry> all =
        at.map(day -> calendars.entriesAsKnownOn(organisation, day))
            .orElseGet(() -> calendars.entries(organisation));
    return query.model().map(name -> named(all, name)).orElseGet(all::stream);
  }

  private Stream<CalendarEntry> of(
      Organisation organisation, Optional<LocalDate> at, List<ModelId> models) {
    var named =
        new NamedModels(
            at.map(day -> calendars.asKnownOn(organisation, day))
                .orElseGet(() -> calendars.of(organisation)),
            calendars.classes(organisation));
    return models.stream().flatMap(named::entries);
  }

  private static Optional<ModelId> fineTune(String name) {
    return ModelNames.bundled()
        .parse(name)
        .<Optional<ModelId>>match(Optional::of, none -> Optional.empty())
        .filter(model -> model.kind().isFineTuned());
  }

  private static Stream<CalendarEntry> named(List<CalendarEntry> entries, String name) {
    List<Pattern> patterns = patterns(name);
    return entries.stream().filter(entry -> matches(entry, patterns));
  }

  private static boolean isNamed(CalendarEntry entry, String name) {
    return matches(entry, patterns(name));
  }

  private static boolean matches(CalendarEntry entry, List<Pattern> patterns) {
    return matches(entry.question().model(), patterns);
  }

  /** Whether a model is meant by a name: itself, or its base. */
  static Predicate<ModelId> named(String name) {
    List<Pattern> patterns = patterns(name);
    return model -> matches(model, patterns);
  }

  private static boolean matches(ModelId model, List<Pattern> patterns) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.matcher(model.canonical()).matches()
                    || model.base().filter(base -> pattern.matcher(base).matches()).isPresent());
  }

  /** An alias also means the snapshot behind it, because that is what fine-tunes are named by. */
  private static List<Pattern> patterns(String name) {
    Set<String> names = new HashSet<>(Set.of(name));
    KnownModels.bundled().findAll(name).stream()
        .map(KnownModel::target)
        .flatMap(Optional::stream)
        .forEach(names::add);
    return names.stream()
        .map(each -> Pattern.compile(Pattern.quote(each).replace("*", "\\E.*\\Q")))
        .toList();
  }

  private static boolean isWanted(CalendarEntry entry, CalendarQuery query) {
    return query.provider().map(entry.question().model().provider()::equals).orElse(true)
        && query.clock().map(entry.clock()::equals).orElse(true)
        && query.range().has(entry.day())
        && query.severity().map(least -> isAtLeast(entry, least)).orElse(true);
  }

  private static boolean isAtLeast(CalendarEntry entry, Urgency least) {
    return newest(entry).map(move -> move.urgency().compareTo(least) >= 0).orElse(false);
  }

  static Optional<DateMove> newest(CalendarEntry entry) {
    return entry.moves().isEmpty()
        ? Optional.empty()
        : Optional.of(entry.moves().get(entry.moves().size() - 1));
  }
}
