package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.change.Person;
import java.time.Instant;

/** Which candidate a person chose, and why. */
public record Choice(String candidate, Person by, Instant at, String reason) {

  public Choice {
    requireNonNull(candidate, "candidate");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    requireNonNull(reason, "reason");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a choice needs a reason");
    }
  }
}
