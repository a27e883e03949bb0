package dev.plumbline.core.evidence;

/** How firmly a source stands behind a value. */
public enum Certainty {
  /** The exact value, by the party that decides it. */
  EXACT,
  /** A date that may come later, never earlier. */
  NOT_BEFORE,
  /** Third parties, copies or our own inference. */
  ESTIMATED,
  /** The source took the value back. */
  WITHDRAWN
}
