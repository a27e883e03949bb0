package dev.plumbline.api.calendar;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which entries are wanted; an absent part means any.
 *
 * @param model a base with its fine-tunes, one fine-tune, or a name with {@code *} for any text
 * @param owner who owns a model that we use, or an address where its owners are reached
 * @param used only models in use, each fine-tune by its own name
 * @param severity of the newest change, at least
 * @param range of the day itself
 */
record CalendarQuery(
    Optional<Provider> provider,
    Optional<LifeClock> clock,
    Optional<String> model,
    Optional<String> owner,
    boolean used,
    Optional<Urgency> severity,
    Range range) {

  /** Half-open. */
  record Range(Optional<LocalDate> from, Optional<LocalDate> to) {

    static final Range ANY = new Range(Optional.empty(), Optional.empty());

    Range {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
        throw Input.refused("to", "%s is not after from".formatted(to.get()));
      }
    }

    /** What has no day belongs to no range but the whole. */
    boolean has(Optional<LocalDate> day) {
      return day.map(
              each ->
                  from.map(first -> !each.isBefore(first)).orElse(true)
                      && to.map(each::isBefore).orElse(true))
          .orElse(from.isEmpty() && to.isEmpty());
    }
  }

  static final CalendarQuery EVERYTHING =
      new CalendarQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Range.ANY);

  CalendarQuery {
    requireNonNull(provider, "provider");
    requireNonNull(clock, "clock");
    requireNonNull(model, "model");
    requireNonNull(owner, "owner");
    requireNonNull(severity, "severity");
    requireNonNull(range, "range");
  }

  /** Owners are known of models in use only. */
  boolean isOfUsed() {
    return used || owner.isPresent();
  }

  CalendarQuery within(Range other) {
    return new CalendarQuery(provider, clock, model, owner, used, severity, other);
  }
}
