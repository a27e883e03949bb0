package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a model is there, as far as lists and calls tell. Absence from one list proves nothing:
 * lists are cut by paging, and dead models are still listed.
 *
 * <p>Each state knows its own transitions; what is not a transition of a state leaves it as it is.
 */
public sealed interface Presence {

  /** Complete polls without the model that count as three in a row. */
  int POLLS = 3;

  /** Polls closer together than this count once. */
  Duration BETWEEN_POLLS = Duration.ofHours(1);

  /** Two refusals closer together than this may be one accident. */
  Duration BETWEEN_REFUSALS = Duration.ofMinutes(10);

  /** A complete poll lists it. */
  Presence listed();

  /** A complete poll does not list it. */
  Presence lacked(Instant at);

  /** A call succeeded. */
  Presence answered(Instant at);

  /** A call was refused because the model is not there. */
  Presence refused(Instant at);

  /** The first of two refusals that would decide, if there was one. */
  default Optional<Instant> firstRefusal() {
    return Optional.empty();
  }

  /** In the provider's list. */
  record Listed(Optional<Instant> firstRefusal) implements Presence {

    public Listed {
      requireNonNull(firstRefusal, "firstRefusal");
    }

    @Override
    public Presence listed() {
      return this;
    }

    @Override
    public Presence lacked(Instant at) {
      return new Missing(1, at, Optional.empty());
    }

    @Override
    public Presence answered(Instant at) {
      return new Listed(Optional.empty());
    }

    @Override
    public Presence refused(Instant at) {
      return isSecond(firstRefusal, at)
          ? new ListedDead(0, at)
          : new Listed(Optional.of(firstRefusal.orElse(at)));
    }
  }

  /**
   * Not in the last complete lists.
   *
   * @param polls 1 to {@value #POLLS}
   * @param countedAt the last poll that counted
   */
  record Missing(int polls, Instant countedAt, Optional<Instant> firstRefusal) implements Presence {

    public Missing {
      requireNonNull(countedAt, "countedAt");
      requireNonNull(firstRefusal, "firstRefusal");
      if (polls < 1 || polls > POLLS) {
        throw new IllegalArgumentException("not a number of polls: " + polls);
      }
    }

    /** Whether a call should decide now. */
    public boolean isSure() {
      return polls == POLLS;
    }

    @Override
    public Presence listed() {
      return new Listed(Optional.empty());
    }

    @Override
    public Presence lacked(Instant at) {
      return isSure() || at.isBefore(countedAt.plus(BETWEEN_POLLS))
          ? this
          : new Missing(polls + 1, at, firstRefusal);
    }

    @Override
    public Presence answered(Instant at) {
      return isSure() ? new UnlistedAlive(at, Optional.empty()) : this;
    }

    @Override
    public Presence refused(Instant at) {
      if (!isSure()) {
        return this;
      }
      return isSecond(firstRefusal, at)
          ? new Gone(at)
          : new Missing(polls, countedAt, Optional.of(firstRefusal.orElse(at)));
    }
  }

  /** Not listed, and yet it answers. */
  record UnlistedAlive(Instant answeredAt, Optional<Instant> firstRefusal) implements Presence {

    public UnlistedAlive {
      requireNonNull(answeredAt, "answeredAt");
      requireNonNull(firstRefusal, "firstRefusal");
    }

    @Override
    public Presence listed() {
      return new Listed(Optional.empty());
    }

    @Override
    public Presence lacked(Instant at) {
      return this;
    }

    @Override
    public Presence answered(Instant at) {
      return new UnlistedAlive(at, Optional.empty());
    }

    @Override
    public Presence refused(Instant at) {
      return isSecond(firstRefusal, at)
          ? new Gone(at)
          : new UnlistedAlive(answeredAt, Optional.of(firstRefusal.orElse(at)));
    }
  }

  /** Neither listed nor callable. */
  record Gone(Instant since) implements Presence {

    public Gone {
      requireNonNull(since, "since");
    }

    @Override
    public Presence listed() {
      return new Listed(Optional.empty());
    }

    @Override
    public Presence lacked(Instant at) {
      return this;
    }

    /** The reference says nothing of this; a model that answers is not gone. */
    @Override
    public Presence answered(Instant at) {
      return new UnlistedAlive(at, Optional.empty());
    }

    @Override
    public Presence refused(Instant at) {
      return this;
    }
  }

  /**
   * Listed, but not callable: the list lies.
   *
   * @param missed complete polls in a row that lack it
   * @param countedAt the last poll that counted; before the first one, when the state began
   */
  record ListedDead(int missed, Instant countedAt) implements Presence {

    public ListedDead {
      requireNonNull(countedAt, "countedAt");
      if (missed < 0 || missed >= POLLS) {
        throw new IllegalArgumentException("not a number of polls: " + missed);
      }
    }

    /** Being listed is what it already was. */
    @Override
    public Presence listed() {
      return new ListedDead(0, countedAt);
    }

    @Override
    public Presence lacked(Instant at) {
      if (missed > 0 && at.isBefore(countedAt.plus(BETWEEN_POLLS))) {
        return this;
      }
      return missed + 1 == POLLS ? new Gone(at) : new ListedDead(missed + 1, at);
    }

    @Override
    public Presence answered(Instant at) {
      return new Listed(Optional.empty());
    }

    @Override
    public Presence refused(Instant at) {
      return this;
    }
  }

  private static boolean isSecond(Optional<Instant> first, Instant at) {
    return first.map(one -> !at.isBefore(one.plus(BETWEEN_REFUSALS))).orElse(false);
  }

  /** One answer for each state. */
  interface Cases<R> {
    R listed(Listed listed);

    R missing(Missing missing);

    R unlistedAlive(UnlistedAlive alive);

    R gone(Gone gone);

    R listedDead(ListedDead dead);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Listed listed) {
      return cases.listed(listed);
    }
    if (this instanceof Missing missing) {
      return cases.missing(missing);
    }
    if (this instanceof UnlistedAlive alive) {
      return cases.unlistedAlive(alive);
    }
    return this instanceof Gone gone ? cases.gone(gone) : cases.listedDead((ListedDead) this);
  }
}
