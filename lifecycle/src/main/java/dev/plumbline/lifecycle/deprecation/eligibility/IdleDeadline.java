package dev.plumbline.lifecycle.deprecation.eligibility;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** The moment at which an idle rule strikes, unless somebody calls before. */
public record IdleDeadline(IdleRule rule, Instant idleSince, Instant strikesAt) {

  public IdleDeadline {
    requireNonNull(rule, "rule");
    requireNonNull(idleSince, "idleSince");
    requireNonNull(strikesAt, "strikesAt");
  }

  public boolean hasStruck(Instant now) {
    return !now.isBefore(strikesAt);
  }

  /** How many of the rule's warnings are due by now; each is due once. */
  public int warningsDue(Instant now) {
    long idleDays = Duration.between(idleSince, now).toDays();
    return (int) rule.warnDays().stream().filter(day -> idleDays >= day).count();
  }
}
