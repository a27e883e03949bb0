package dev.plumbline.lifecycle.drift.verdict;

/** What is probed in the same minutes, so that one change is told from another. */
public enum Arm {
  /** The id that is watched. */
  TARGET,
  /** Another fine-tune of the same base. */
  SIBLING,
  /** The model that the target was tuned from. */
  BASE,
  /** An endpoint that nobody changes: another provider, or hosted by ourselves. */
  CONTROL
}
