package dev.plumbline.lifecycle.deprecation.moves;

/** How much a move matters before anybody has looked at it. */
public enum Urgency {
  INFORMATION,
  WARNING,
  /** Needs an acknowledgement. */
  CRITICAL
}
