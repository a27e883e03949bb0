package dev.plumbline.lifecycle.drift.verdict;

/** What a suspicion asks for, one after the other (drift reference, section 10). */
public enum Look {
  /** The task suite in a cycle beside the schedule, which the sequential streams take in. */
  TASKS("closer look"),
  /**
   * Open questions against those of the baseline, once. It adds to a suspicion and never confirms:
   * a provider that mixes serving backends is rejected without any change of model.
   */
  KERNEL_CHECK("kernel check"),
  /** Fresh answers, later and at another hour of the day: the only look that may confirm. */
  CONFIRMATION("confirmation batch");

  private final String words;

  Look(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
