package dev.plumbline.lifecycle.drift.verdict;

/** What a crossing may lead to. */
public enum Tier {
  /** Bound measured, or no bound on pages at all: leads to more probes, never to a page. */
  SUSPECTS,
  /** Bound proven for exchangeable cycles: may confirm. */
  CONFIRMS,
  /** A mixture of backends that moved: information. */
  SERVING
}
