package dev.plumbline.core.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what holds now with the alerts of one rule: what is new opens, what is known is reminded
 * of, raised, moved or left in peace, what is gone resolves. The same question twice changes
 * nothing the second time.
 */
public final class Reconciliation {

  private final Collection<Condition> holding;
  private final Instant now;
  private final LocalDate today;

  /**
   * At one moment.
   *
   * @param holding all conditions that hold now, those of other rules included
   */
  public Reconciliation(Collection<Condition> holding, Instant now) {
    this.holding = List.copyOf(holding);
    this.now = now;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /**
   * What came of it.
   *
   * @param steps in the order of the conditions; then those that resolved
   * @param reworded alerts whose text changed and nothing else
   */
  public record Result(List<AlertStep> steps, List<Alert> reworded) {
    public Result {
      steps = List.copyOf(steps);
      reworded = List.copyOf(reworded);
    }
  }

  /**
   * What has happened to the alerts of a rule.
   *
   * @param known every alert of the rule, the resolved ones included
   * @param conditions all that hold now for the rule
   * @throws IllegalArgumentException for two conditions with one key
   */
  public Result of(Collection<Alert> known, Collection<Condition> conditions) {
    Map<AlertKey, Alert> rest = new HashMap<>();
    known.forEach(alert -> rest.put(alert.key(), alert));
    List<AlertStep> steps = new ArrayList<>();
    List<Alert> reworded = new ArrayList<>();
    Map<AlertKey, Condition> seen = new HashMap<>();
    for (Condition condition : conditions) {
      if (seen.put(condition.key(), condition) != null) {
        throw new IllegalArgumentException("two conditions have the key " + condition.key());
      }
      Alert alert = rest.remove(condition.key());
      Optional<AlertStep> step =
          alert == null ? Optional.of(first(condition)) : next(alert, condition);
      step.ifPresent(steps::add);
      if (step.isEmpty() && alert != null && !alert.condition().equals(condition)) {
        reworded.add(
            new Alert(condition, alert.state(), alert.revision(), alert.reminded(), alert.told()));
      }
    }
    known.stream()
        .filter(alert -> rest.containsKey(alert.key()))
        .forEach(alert -> alert.resolve(now).ifPresent(steps::add));
    return new Result(steps, reworded);
  }

  private AlertStep first(Condition condition) {
    boolean tells = !isMuted(condition);
    Alert alert = new Alert(condition, new AlertState.Open(0, now), 1, passed(condition), tells);
    return new AlertStep(alert, AlertEvent.OPENED, tells);
  }

  private Optional<AlertStep> next(Alert alert, Condition condition) {
    return alert
        .state()
        .match(
            new AlertState.Cases<>() {
              @Override
              public Optional<AlertStep> open(AlertState.Open open) {
                return ofOpen(alert, condition, open);
              }

              @Override
              public Optional<AlertStep> acknowledged(AlertState.Acknowledged acknowledged) {
                return ofQuiet(alert, condition, acknowledged.until(), acknowledged.reopen(now));
              }

              @Override
              public Optional<AlertStep> snoozed(AlertState.Snoozed snoozed) {
                return ofQuiet(alert, condition, snoozed.until(), snoozed.reopen(now));
              }

              @Override
              public Optional<AlertStep> resolved(AlertState.Resolved resolved) {
                return Optional.of(
                    step(alert, condition, AlertEvent.OPENED, resolved.reopen(now), false));
              }
            });
  }

  private Optional<AlertStep> ofOpen(Alert alert, Condition condition, AlertState.Open open) {
    if (isMoved(alert, condition)) {
      return Optional.of(
          step(alert, condition, AlertEvent.MOVED, new AlertState.Open(0, now), alert.told()));
    }
    if (isRaised(alert, condition)) {
      return Optional.of(step(alert, condition, AlertEvent.RAISED, open, alert.told()));
    }
    if (isNewMilestone(alert, condition)) {
      return Optional.of(step(alert, condition, AlertEvent.REMINDED, open, alert.told()));
    }
    return !alert.told() && !isMuted(condition)
        ? Optional.of(
            step(alert, condition, AlertEvent.UNMUTED, new AlertState.Open(0, now), false))
        : Optional.empty();
  }

  /** Somebody knows: only another deadline, the end of their time, or sudden severity counts. */
  private Optional<AlertStep> ofQuiet(
      Alert alert, Condition condition, Instant until, AlertState.Open reopened) {
    if (isMoved(alert, condition)) {
      return Optional.of(step(alert, condition, AlertEvent.MOVED, reopened, alert.told()));
    }
    if (condition.deadline().isEmpty() && isRaised(alert, condition)) {
      return Optional.of(step(alert, condition, AlertEvent.RAISED, reopened, alert.told()));
    }
    return until.isAfter(now)
        ? Optional.empty()
        : Optional.of(step(alert, condition, AlertEvent.RETURNED, reopened, alert.told()));
  }

  private AlertStep step(
      Alert before, Condition condition, AlertEvent event, AlertState state, boolean toldBefore) {
    boolean tells = !isMuted(condition);
    Alert after =
        new Alert(condition, state, before.revision() + 1, passed(condition), toldBefore || tells);
    return new AlertStep(after, event, tells);
  }

  private boolean isMuted(Condition condition) {
    return Inhibition.mutes(holding, condition);
  }

  private static boolean isMoved(Alert alert, Condition condition) {
    return !alert
        .condition()
        .deadline()
        .map(Deadline::day)
        .equals(condition.deadline().map(Deadline::day));
  }

  private static boolean isRaised(Alert alert, Condition condition) {
    return condition.severity().compareTo(alert.condition().severity()) > 0;
  }

  private boolean isNewMilestone(Alert alert, Condition condition) {
    Optional<Integer> come = passed(condition);
    return come.isPresent() && alert.reminded().map(before -> come.get() < before).orElse(true);
  }

  private Optional<Integer> passed(Condition condition) {
    return condition
        .deadline()
        .flatMap(deadline -> LeadTimes.passed(deadline, today))
        .map(Milestone::daysLeft);
  }
}
