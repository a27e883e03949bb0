package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says when they ask for another state.
 *
 * @param reason in a sentence; empty where none is needed
 * @param day the day by which calls are to end; needed for retiring
 */
public record StateChange(Instant at, String reason, Optional<LocalDate> day) {

  public StateChange {
    requireNonNull(at, "at");
    requireNonNull(reason, "reason");
    requireNonNull(day, "day");
  }

  public static StateChange at(Instant moment) {
    return new StateChange(moment, "", Optional.empty());
  }

  public StateChange because(String sentence) {
    return new StateChange(at, sentence, day);
  }

  public StateChange by(LocalDate last) {
    return new StateChange(at, reason, Optional.of(last));
  }

  String neededReason() {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("this state needs a reason");
    }
    return reason;
  }

  LocalDate neededDay() {
    return day.orElseThrow(
        () -> new IllegalArgumentException("this state needs the day by which calls end"));
  }
}
