package dev.plumbline.api.syncs;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the runs of one account that is synced went, as far back as they are kept.
 *
 * @param since when it was described as it is now: before that nothing can be missed
 * @param streaks runs in a row with one outcome, the oldest first
 */
public record AccountHealth(
    UUID account, String name, Provider provider, Instant since, List<Streak> streaks) {

  /**
   * Runs in a row that ended in the same way.
   *
   * @param third when it became the third of its kind; empty for fewer
   * @param detail of the last of them; empty when there is nothing to say
   */
  public record Streak(
      Outcome outcome, Instant from, Instant to, Optional<Instant> third, String detail) {

    public Streak {
      requireNonNull(outcome, "outcome");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      requireNonNull(third, "third");
      requireNonNull(detail, "detail");
    }

    /** Whether it was no accident any more at that moment. */
    boolean isLasting(Instant moment) {
      return third.filter(at -> !at.isAfter(moment)).isPresent();
    }
  }

  /** How a run ended. */
  public enum Outcome {
    COMPLETE,
    PARTIAL,
    FAILED
  }

  public AccountHealth {
    requireNonNull(account, "account");
    requireNonNull(name, "name");
    requireNonNull(provider, "provider");
    requireNonNull(since, "since");
    streaks = List.copyOf(streaks);
  }

  /** The streak of the last run before that moment, when it is of that kind and no accident. */
  public Optional<Streak> lasting(Outcome outcome, Instant moment) {
    return streaks.stream()
        .filter(streak -> !streak.from().isAfter(moment))
        .reduce((earlier, later) -> later)
        .filter(streak -> streak.outcome() == outcome && streak.isLasting(moment));
  }

  /** When the account last answered before that moment, in parts or completely. */
  public Instant lastRead(Instant moment) {
    return streaks.stream()
        .filter(streak -> streak.outcome() != Outcome.FAILED && !streak.from().isAfter(moment))
        .map(streak -> streak.to().isAfter(moment) ? moment : streak.to())
        .reduce((earlier, later) -> later)
        .filter(at -> at.isAfter(since))
        .orElse(since);
  }
}
