package dev.plumbline.lifecycle.pinning;

import static java.util.Objects.requireNonNull;

/** A rule that a request does not meet, and why. */
public record Objection(RuleName rule, String reason) {

  public Objection {
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
  }
}
