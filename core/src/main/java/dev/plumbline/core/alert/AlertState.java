package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Where an alert stands. What can happen to it is a method of the state in which it can. */
public sealed interface AlertState {

  /**
   * Nobody has taken it on.
   *
   * @param level how often it has been escalated; the contact of that index is asked
   * @param waitingSince when that contact was first asked
   */
  record Open(int level, Instant waitingSince) implements AlertState {
    public Open {
      requireNonNull(waitingSince, "waitingSince");
      if (level < 0) {
        throw new IllegalArgumentException("levels count from 0: " + level);
      }
    }

    public Acknowledged acknowledge(String by, Instant at, Instant until) {
      return new Acknowledged(by, at, until);
    }

    public Snoozed snooze(String by, Instant at, Instant until) {
      return new Snoozed(by, at, until);
    }

    /** The next contact is asked. */
    public Open escalate(Instant at) {
      return new Open(level + 1, at);
    }

    public Resolved resolve(Instant at) {
      return new Resolved(at);
    }
  }

  /** Somebody takes care of it, until then. */
  record Acknowledged(String by, Instant at, Instant until) implements AlertState {
    public Acknowledged {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireLater(at, until);
    }

    /** Its time is over, or its date has moved. */
    public Open reopen(Instant now) {
      return new Open(0, now);
    }

    public Acknowledged acknowledge(String who, Instant now, Instant newUntil) {
      return new Acknowledged(who, now, newUntil);
    }

    public Resolved resolve(Instant now) {
      return new Resolved(now);
    }
  }

  /** Nobody wants to hear of it until then. */
  record Snoozed(String by, Instant at, Instant until) implements AlertState {
    public Snoozed {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireLater(at, until);
    }

    /** Its time is over, or its date has moved. */
    public Open reopen(Instant now) {
      return new Open(0, now);
    }

    public Acknowledged acknowledge(String who, Instant now, Instant newUntil) {
      return new Acknowledged(who, now, newUntil);
    }

    public Resolved resolve(Instant now) {
      return new Resolved(now);
    }
  }

  /** It no longer holds. */
  record Resolved(Instant at) implements AlertState {
    public Resolved {
      requireNonNull(at, "at");
    }

    /** It holds again. */
    public Open reopen(Instant now) {
      return new Open(0, now);
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R open(Open open);

    R acknowledged(Acknowledged acknowledged);

    R snoozed(Snoozed snoozed);

    R resolved(Resolved resolved);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Open open) {
      return cases.open(open);
    }
    if (this instanceof Acknowledged acknowledged) {
      return cases.acknowledged(acknowledged);
    }
    return this instanceof Snoozed snoozed
        ? cases.snoozed(snoozed)
        : cases.resolved((Resolved) this);
  }

  private static void requireLater(Instant at, Instant until) {
    if (!until.isAfter(at)) {
      throw new IllegalArgumentException("it would end before it begins: " + until);
    }
  }
}
