package dev.plumbline.api.jobs;

/**
 * How a feature offers work that happens by itself: as a bean of this type. Each run is for one
 * organisation and one window; another organisation's failure does not touch it.
 */
public interface WindowedJob {

  /** The same for ever: rows in the database are found by its name. */
  JobPlan plan();

  /**
   * Does the work of a window, outside of a transaction. It may be called again for the same window
   * after a failure or when this instance was too slow, so what it does must not add up; within a
   * transaction, {@link HeldWindow#confirm} makes sure that it has one effect. One bad item of many
   * is a finding and does not stop the rest.
   *
   * @throws RuntimeException when nothing could be done: tried again after minutes, five times
   */
  JobReport run(HeldWindow held);
}
