package dev.plumbline.pricing.training;

/** How many times a job goes through its rows, and why. */
public final class EpochRule {

  private static final long USUAL = 3;
  private static final long FEWEST_ROW_VISITS = 100;
  private static final long MOST_ROW_VISITS = 25_000;
  private static final long MOST_AUTOMATIC = 25;
  private static final int MOST = 50;

  private EpochRule() {}

  /**
   * The provider's automatic choice: 3 epochs, more for few rows and fewer for many, so that a job
   * sees between about 100 and 25,000 rows.
   *
   * @throws IllegalArgumentException without rows
   */
  public static Epochs automatic(long rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("epochs need at least one row: " + rows);
    }
    if (USUAL * rows < FEWEST_ROW_VISITS) {
      long epochs = Math.min(MOST_AUTOMATIC, FEWEST_ROW_VISITS / rows);
      return new Epochs((int) epochs, "automatic: few rows (" + rows + ") are repeated more often");
    }
    if (rows > MOST_ROW_VISITS / USUAL) {
      long epochs = Math.max(1, MOST_ROW_VISITS / rows);
      return new Epochs(
          (int) epochs, "automatic: many rows (" + rows + ") are repeated less often");
    }
    return new Epochs((int) USUAL, "automatic: the usual 3");
  }

  /**
   * The caller's own choice.
   *
   * @throws IllegalArgumentException outside of 1 to 50
   */
  public static Epochs explicit(int epochs) {
    if (epochs < 1 || epochs > MOST) {
      throw new IllegalArgumentException("epochs must be 1 to 50, not " + epochs);
    }
    return new Epochs(epochs, "as asked");
  }
}
