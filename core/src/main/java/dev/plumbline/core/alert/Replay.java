package dev.plumbline.core.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a rule would have told, had it been asked at the end of each of these days and nobody had
 * acknowledged anything.
 */
public final class Replay {

  private Replay() {}

  /** A step and the day of it. */
  public record Told(LocalDate on, AlertStep step) {}

  /**
   * What would have been told, day by day.
   *
   * @param until the first day that is not replayed
   * @param conditions what held on a day, as it was known then
   */
  public static List<Told> of(
      LocalDate from, LocalDate until, Function<LocalDate, Collection<Condition>> conditions) {
    Map<AlertKey, Alert> alerts = new LinkedHashMap<>();
    List<Told> told = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      Collection<Condition> holding = conditions.apply(day);
      Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      Reconciliation.Result result =
          new Reconciliation(holding, now).of(List.copyOf(alerts.values()), holding);
      result.reworded().forEach(alert -> alerts.put(alert.key(), alert));
      for (AlertStep step : result.steps()) {
        alerts.put(step.after().key(), step.after());
        if (step.tells()) {
          told.add(new Told(day, step));
        }
      }
    }
    return told;
  }
}
