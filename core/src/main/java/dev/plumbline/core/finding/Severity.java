package dev.plumbline.core.finding;

/** How much a finding matters, the least first. */
public enum Severity {
  INFORMATION,
  WARNING,
  /** The item is refused; the rest goes on. */
  ERROR,
  /** The whole plan is impossible, however good the input. */
  BLOCKER
}
