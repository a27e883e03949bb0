package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

/** What a claim is about: one clock of one subject, for whom and where. */
public record ClaimKey(Subject subject, LifeClock clock, ClaimScope scope) {

  public ClaimKey {
    requireNonNull(subject, "subject");
    requireNonNull(clock, "clock");
    requireNonNull(scope, "scope");
  }

  public static ClaimKey everywhere(Subject subject, LifeClock clock) {
    return new ClaimKey(subject, clock, ClaimScope.EVERYWHERE);
  }
}
