package dev.plumbline.lifecycle.drift.verdict;

/** What an arm's streams say in a cycle. */
public enum Standing {
  CHANGED,
  QUIET,
  /** Of several siblings some changed and some did not. */
  DIVIDED,
  /** There is such an arm, but it could not be measured in this cycle. */
  NOT_MEASURED,
  /** Nobody set up such an arm. */
  ABSENT
}
