package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.models.ModelInUse;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.alert.Deadline;
import dev.plumbline.core.alert.LeadTimes;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model that is in use has a day on which it ends: for calls, and for a fine-tune also the day
 * from which its base can no longer be tuned. The owner is asked first, then the owners of the
 * applications that call it, then the administrators.
 */
@ApplicationScoped
class ModelEnds implements AlertRule {

  private static final String NAME = "model.ends";

  private final Calendars calendars;
  private final Concerned concerned;

  ModelEnds(Calendars calendars, Concerned concerned) {
    this.calendars = calendars;
    this.concerned = concerned;
  }

  /** A clock of a model in use and everything that became known about it. */
  private record Line(
      ModelInUse model,
      LifeClock clock,
      List<DateMove> moves,
      List<String> contacts,
      String link,
      String users) {

    /** What could be known on that day. */
    Optional<Condition> on(LocalDate today) {
      return moves.stream()
          .filter(move -> !move.seenOn().isAfter(today))
          .reduce((earlier, later) -> later)
          .flatMap(move -> move.to().map(day -> condition(day, today)));
    }

    private Condition condition(LocalDate day, LocalDate today) {
      Deadline deadline = new Deadline(stated(today), day);
      return new Condition(
          new AlertKey(NAME, Concerned.subject(model.key()), clock.name().toLowerCase(Locale.ROOT)),
          LeadTimes.severity(deadline, today),
          Days.summary(summary(day, today)),
          model.provider().key(),
          contacts,
          Optional.of(deadline),
          link);
    }

    /** When this day became known; that it was confirmed later is no news. */
    private LocalDate stated(LocalDate today) {
      LocalDate since = moves.get(0).seenOn();
      for (DateMove move : moves) {
        if (!move.seenOn().isAfter(today) && move.movesTheDay()) {
          since = move.seenOn();
        }
      }
      return since;
    }

    private String summary(LocalDate day, LocalDate today) {
      boolean over = !today.isBefore(day);
      String what =
          switch (clock) {
            case INFERENCE ->
                over
                    ? "%s cannot be called since %s, and is still in use"
                    : "%s cannot be called from %s on";
            case TRAINING ->
                over
                    ? "the base of %s cannot be tuned since %s"
                    : "the base of %s cannot be tuned from %s on";
          };
      return (what + "%s").formatted(Concerned.subject(model.key()), day, users);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "A model that is in use has a date on which it ends.";
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    EndHistory history = new EndHistory(calendars.of(organisation));
    CustomerClasses classes = calendars.classes(organisation);
    Concerned.People people = concerned.of(organisation);
    List<Line> lines = new ArrayList<>();
    for (ModelInUse model : people.all()) {
      named(model)
          .map(id -> new LifespanQuestion(id, classes.circumstances(model.provider())))
          .ifPresent(question -> lines.addAll(lines(model, question, history, people)));
    }
    return today -> lines.stream().flatMap(line -> line.on(today).stream()).toList();
  }

  private static List<Line> lines(
      ModelInUse model, LifespanQuestion question, EndHistory history, Concerned.People people) {
    List<Line> lines = new ArrayList<>();
    for (LifeClock clock : LifeClock.values()) {
      if (clock == LifeClock.INFERENCE || question.model().kind().isFineTuned()) {
        lines.add(
            new Line(
                model,
                clock,
                history.entry(question, clock).moves(),
                people.then(model.contacts()),
                people.link(model.key()),
                people.users(model.key())));
      }
    }
    return lines;
  }

  /** Empty for a name of no known form: nobody states a date of it. */
  private static Optional<ModelId> named(ModelInUse model) {
    return ModelNames.bundled()
        .parse(model.model())
        .match(id -> Optional.of(id.servedBy(model.provider())), none -> Optional.empty());
  }
}
