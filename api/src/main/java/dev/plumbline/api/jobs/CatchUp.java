package dev.plumbline.api.jobs;

/** What happens to windows in which no instance was running. */
public enum CatchUp {
  /** Each is done, the oldest first, because each has a result of its own. */
  EVERY_WINDOW,
  /** Only the latest is done, because its result covers the others: they are noted as skipped. */
  LATEST_ONLY
}
