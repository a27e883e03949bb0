package dev.plumbline.api.calendar;

import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entries of models by their names: both clocks of fine-tunes, the end of service of bases; gaps
 * too. Thousands of fine-tunes have few bases, so what follows from the base is derived once.
 */
final class NamedModels {

  private record Base(Provider provider, String name) {}

  private final CustomerClasses classes;
  private final EndHistory history;
  private final Set<Subject> withOwnDates;
  private final Map<Base, List<CalendarEntry>> ofBases = new HashMap<>();

  NamedModels(DeprecationCalendar calendar, CustomerClasses classes) {
    this.classes = classes;
    this.history = new EndHistory(calendar);
    this.withOwnDates =
        calendar.claims().stream()
            .map(DateClaim::subject)
            .filter(subject -> subject.kind() == Subject.Kind.FINE_TUNE)
            .collect(Collectors.toUnmodifiableSet());
  }

  Stream<CalendarEntry> entries(ModelId model) {
    LifespanQuestion question =
        new LifespanQuestion(model, classes.circumstances(model.provider()));
    return derived(question).stream()
        .map(entry -> entry.of(question))
        .filter(entry -> entry.isOfFineTunes() || entry.clock() == EntryView.SERVICE);
  }

  private List<CalendarEntry> derived(LifespanQuestion question) {
    ModelId model = question.model();
    if (!model.kind().isFineTuned() || model.base().isEmpty() || hasOwnDates(model)) {
      return history.of(question);
    }
    return ofBases.computeIfAbsent(
        new Base(model.provider(), model.base().get()), base -> history.of(question));
  }

  private boolean hasOwnDates(ModelId model) {
    return withOwnDates.contains(
        new Subject(model.provider(), Subject.Kind.FINE_TUNE, model.canonical()));
  }
}
