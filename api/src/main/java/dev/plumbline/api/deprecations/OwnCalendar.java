package dev.plumbline.api.deprecations;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A calendar with all its entries, for a customer of the public cloud as each provider sees it:
 * every base, the fine-tunes of each, and the fine-tunes that have dates of their own.
 */
record OwnCalendar(DeprecationCalendar calendar, List<CalendarEntry> entries) {

  static final Circumstances USUAL = Circumstances.of(CustomerClass.ACTIVE);

  /** For somebody who tunes and calls fine-tunes today. */
  static OwnCalendar of(DeprecationCalendar calendar) {
    return of(calendar, CustomerClasses.ASSUMED);
  }

  static OwnCalendar of(DeprecationCalendar calendar, CustomerClasses classes) {
    var history = new EndHistory(calendar);
    return new OwnCalendar(
        calendar,
        Stream.concat(
                history.all(classes::circumstances).stream(), named(calendar, history, classes))
            .toList());
  }

  static OwnCalendar bundled() {
    return Bundled.CALENDAR;
  }

  private static Stream<CalendarEntry> named(
      DeprecationCalendar calendar, EndHistory history, CustomerClasses classes) {
    return calendar.claims().stream()
        .map(claim -> claim.subject())
        .filter(subject -> subject.kind() == Subject.Kind.FINE_TUNE)
        .distinct()
        .flatMap(subject -> model(subject).stream())
        .flatMap(
            model ->
                history
                    .of(new LifespanQuestion(model, classes.circumstances(model.provider())))
                    .stream())
        .filter(entry -> entry.day().isPresent() || entry.withdrawal().isPresent());
  }

  private static Optional<ModelId> model(Subject subject) {
    return ModelNames.bundled()
        .parse(subject.name())
        .<Optional<ModelId>>match(
            id -> Optional.of(id.servedBy(subject.provider())), none -> Optional.empty());
  }

  private static final class Bundled {
    static final OwnCalendar CALENDAR = of(DeprecationCalendar.bundled());
  }
}
