package dev.plumbline.api.jobs;

import static java.util.Objects.requireNonNull;

/**
 * A window that this instance has claimed.
 *
 * @param attempt counts from 1; an instance with an earlier number has lost the window
 */
public record HeldWindow(JobWindow window, int attempt, JobRows rows) {

  public HeldWindow {
    requireNonNull(window, "window");
    requireNonNull(rows, "rows");
  }

  /**
   * Within a transaction that has entered the organisation: makes sure that the window is still
   * this instance's until the transaction ends, so that its changes happen once.
   *
   * @throws LostWindowException when another instance has taken it over
   */
  public void confirm() {
    rows.confirm(this);
  }

  @Override
  public String toString() {
    return window + ", attempt " + attempt;
  }
}
