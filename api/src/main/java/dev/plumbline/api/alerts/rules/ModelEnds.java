package dev.plumbline.api.alerts.rules;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.models.ModelInUse;
import dev.plumbline.api.models.ModelsInUse;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.alert.Deadline;
import dev.plumbline.core.alert.LeadTimes;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A model that is in use has a day on which it ends: for calls, and for a fine-tune also the day
 * from which its base can no longer be tuned. The owner is asked first, then the owners of the
 * applications that call it, then the administrators.
 */
@ApplicationScoped
class ModelEnds implements AlertRule {

  private static final String NAME = "model.ends";
  private static final int MOST_CONTACTS = 20;
  private static final int LONGEST_SUBJECT = 150;

  private final Calendars calendars;
  private final ModelsInUse models;
  private final MemberContacts members;

  ModelEnds(Calendars calendars, ModelsInUse models, MemberContacts members) {
    this.calendars = calendars;
    this.models = models;
    this.members = members;
  }

  /** A clock of a model in use and everything that became known about it. */
  private record Line(
      ModelInUse model, LifeClock clock, List<DateMove> moves, List<String> contacts) {

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
          new AlertKey(NAME, subject(model), clock.name().toLowerCase(Locale.ROOT)),
          LeadTimes.severity(deadline, today),
          summary(day),
          model.provider().key(),
          contacts,
          Optional.of(deadline),
          "/models");
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

    private String summary(LocalDate day) {
      String what =
          switch (clock) {
            case INFERENCE -> "%s cannot be called from %s on";
            case TRAINING -> "the base of %s cannot be tuned from %s on";
          };
      String users =
          switch (model.consumers()) {
            case 0 -> "";
            case 1 -> "; 1 application uses it";
            default -> "; %d applications use it".formatted(model.consumers());
          };
      return (what + "%s").formatted(subject(model), day, users);
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
    List<String> administrators = members.administrators(organisation);
    List<Line> lines = new ArrayList<>();
    for (ModelInUse model : models.of(organisation)) {
      named(model).ifPresent(id -> lines.addAll(lines(model, id, history, administrators)));
    }
    return today -> lines.stream().flatMap(line -> line.on(today).stream()).toList();
  }

  private static List<Line> lines(
      ModelInUse model, ModelId id, EndHistory history, List<String> administrators) {
    List<Line> lines = new ArrayList<>();
    LifespanQuestion question = LifespanQuestion.of(id, CustomerClass.ACTIVE);
    for (LifeClock clock : LifeClock.values()) {
      if (clock == LifeClock.INFERENCE || id.kind().isFineTuned()) {
        List<DateMove> moves = history.entry(question, clock).moves();
        lines.add(new Line(model, clock, moves, contacts(model, administrators)));
      }
    }
    return lines;
  }

  private static List<String> contacts(ModelInUse model, List<String> administrators) {
    Set<String> all = new LinkedHashSet<>(model.contacts());
    all.addAll(administrators);
    return all.stream().limit(MOST_CONTACTS).toList();
  }

  /** Empty for a name of no known form: nobody states a date of it. */
  private static Optional<ModelId> named(ModelInUse model) {
    return ModelNames.bundled()
        .parse(model.model())
        .match(id -> Optional.of(id.servedBy(model.provider())), none -> Optional.empty());
  }

  /** Provider and name; the end of a name that is too long for a key is dropped. */
  private static String subject(ModelInUse model) {
    String text = model.provider().key() + ":" + model.model();
    return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT);
  }
}
