package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The end of one clock, or why nobody knows it. */
public sealed interface ClockEnd {

  /**
   * The day to plan with. The last safe day is the one before it.
   *
   * @param disputedBy other statements that say something else; when there are any, {@code end} is
   *     the earliest of all
   * @param openKeys keys that the question left open and on which the answer depends
   */
  record Known(
      Observation<LocalDate> end,
      ShutdownRule rule,
      List<Observation<LocalDate>> disputedBy,
      List<String> openKeys)
      implements ClockEnd {

    public Known {
      requireNonNull(end, "end");
      requireNonNull(rule, "rule");
      disputedBy = List.copyOf(disputedBy);
      openKeys = List.copyOf(openKeys);
    }

    public boolean isDisputed() {
      return !disputedBy.isEmpty();
    }

    /** Days from today until the end; negative when it has passed. */
    public long daysLeft(LocalDate today) {
      return ChronoUnit.DAYS.between(today, end.value());
    }

    Known by(ShutdownRule other) {
      return new Known(end, other, disputedBy, openKeys);
    }
  }

  /** A gap, with the rule that left it and the reason. */
  record Unknown(ShutdownRule rule, String reason) implements ClockEnd {

    public Unknown {
      requireNonNull(rule, "rule");
      requireNonNull(reason, "reason");
    }
  }

  static Unknown unknown(String reason) {
    return new Unknown(ShutdownRule.UNKNOWN, reason);
  }

  default <R> R match(
      Function<? super Known, ? extends R> known, Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof Known end) {
      return known.apply(end);
    }
    return unknown.apply((Unknown) this);
  }

  default Optional<Known> findKnown() {
    return match(Optional::of, unknown -> Optional.empty());
  }
}
