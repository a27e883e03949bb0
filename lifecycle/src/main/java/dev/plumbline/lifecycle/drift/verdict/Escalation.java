package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.verdict.DriftState.Suspected;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a suspicion asks for next: the tasks in each of the five cycles that follow, one kernel
 * check, then confirmation batches a day and an hour apart until it is confirmed or cleared. One
 * look a cycle; nothing is remembered but the looks that were made, so it goes on after a stop.
 *
 * <p>Looks change only <em>when</em> is asked, by what was seen before, and every answer is counted
 * in the order in which it came. The sequential tests allow for that: their bounds hold at every
 * stopping time, and so stay what they are. Tests of a fixed sample are no such tests; kernel check
 * and confirmation each have a level of their own, {@link VerdictRules#confirmationAlpha}, for each
 * suspicion.
 *
 * @param possible looks for which there is a reference to compare with
 * @param cycle of the stage that is asked most often
 * @param made looks of any suspicion of the model, also those that could not be made
 */
public record Escalation(
    Suspected suspicion, VerdictRules rules, Set<Look> possible, Duration cycle, List<Made> made) {

  /** Cycles in which the tasks are asked. */
  public static final int TASK_CYCLES = 5;

  private static final Duration BETWEEN_CONFIRMATIONS = Duration.ofHours(25);

  /** A look with the beginning of the cycle in which it was asked for. */
  public record Made(Look look, Instant slot) {

    public Made {
      requireNonNull(look, "look");
      requireNonNull(slot, "slot");
    }
  }

  public Escalation {
    requireNonNull(suspicion, "suspicion");
    requireNonNull(rules, "rules");
    possible = Set.copyOf(possible);
    if (cycle.toSeconds() < 1) {
      throw new IllegalArgumentException("a cycle of " + cycle);
    }
    made = made.stream().filter(each -> each.slot().isAfter(suspicion.since())).toList();
  }

  /**
   * The look of the running cycle; empty when it has had one or none is due. A confirmation that
   * would come at the hour of the suspicion comes an hour later.
   */
  public Optional<Made> next(Instant now) {
    Instant slot =
        Instant.ofEpochSecond(
            Math.floorDiv(now.getEpochSecond(), cycle.toSeconds()) * cycle.toSeconds());
    boolean waits =
        !slot.isAfter(suspicion.since())
            || made.stream().anyMatch(each -> !each.slot().isBefore(slot));
    return waits ? Optional.empty() : look(slot).filter(each -> possible.contains(each.look()));
  }

  private Optional<Made> look(Instant slot) {
    if (possible.contains(Look.TASKS) && count(Look.TASKS) < TASK_CYCLES) {
      return Optional.of(new Made(Look.TASKS, slot));
    }
    if (possible.contains(Look.KERNEL_CHECK) && count(Look.KERNEL_CHECK) == 0) {
      return Optional.of(new Made(Look.KERNEL_CHECK, slot));
    }
    Instant other = isSameHour(suspicion, slot) ? slot.plus(Duration.ofHours(1)) : slot;
    return isEarly(suspicion, other, rules) || other.isBefore(nextConfirmation())
        ? Optional.empty()
        : Optional.of(new Made(Look.CONFIRMATION, other));
  }

  /** Those that came too early, for an earlier suspicion, are none. */
  private Instant nextConfirmation() {
    return made.stream()
        .filter(each -> each.look() == Look.CONFIRMATION)
        .filter(each -> !isEarly(suspicion, each.slot(), rules))
        .filter(each -> !isSameHour(suspicion, each.slot()))
        .map(each -> each.slot().plus(BETWEEN_CONFIRMATIONS))
        .max(Comparator.naturalOrder())
        .orElse(suspicion.since());
  }

  private long count(Look look) {
    return made.stream().filter(each -> each.look() == look).count();
  }

  static boolean isEarly(Suspected suspicion, Instant at, VerdictRules rules) {
    return at.isBefore(suspicion.since().plus(rules.confirmationDelay()));
  }

  static boolean isSameHour(Suspected suspicion, Instant at) {
    return at.atOffset(ZoneOffset.UTC).getHour()
        == suspicion.since().atOffset(ZoneOffset.UTC).getHour();
  }
}
