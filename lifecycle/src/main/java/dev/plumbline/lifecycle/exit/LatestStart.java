package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** The last day on which a plan can begin and still be over in time. */
public sealed interface LatestStart {

  /**
   * A day.
   *
   * @param reason which end decides
   */
  record On(LocalDate day, String reason) implements LatestStart {

    public On {
      requireNonNull(day, "day");
      requireNonNull(reason, "reason");
    }

    /** Days until then; negative when it is too late. */
    public long daysLeft(LocalDate today) {
      return ChronoUnit.DAYS.between(today, day);
    }
  }

  /** Nobody knows an end. */
  record Unknown(String reason) implements LatestStart {

    public Unknown {
      requireNonNull(reason, "reason");
    }
  }

  default <R> R match(
      Function<? super On, ? extends R> on, Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof On day) {
      return on.apply(day);
    }
    return unknown.apply((Unknown) this);
  }

  /**
   * The earlier of the end of service less the whole plan, and the end of the successor's training
   * less the days of tuning. An end is the first day on which it no longer works, and the last day
   * of the plan is the day before at the latest.
   *
   * @param inferenceEnd of the model to be left
   * @param trainingEnd of the chosen successor's base, when the way tunes
   */
  static LatestStart of(
      Schedule schedule, Optional<LocalDate> inferenceEnd, Optional<LocalDate> trainingEnd) {
    Optional<On> byCalls =
        inferenceEnd.map(
            end ->
                new On(
                    end.minusDays(schedule.durationDays()),
                    "the model ends on %s and the plan takes %d days"
                        .formatted(end, schedule.durationDays())));
    Optional<On> byTraining =
        trainingEnd.map(
            end ->
                new On(
                    end.minusDays(schedule.tuningDays()),
                    "the successor can be tuned before %s only and that takes %d days"
                        .formatted(end, schedule.tuningDays())));
    if (byTraining.isPresent()
        && byCalls.map(on -> byTraining.get().day().isBefore(on.day())).orElse(true)) {
      return byTraining.get();
    }
    return byCalls
        .<LatestStart>map(on -> on)
        .orElseGet(() -> new Unknown("nobody knows until when the model can be called"));
  }
}
